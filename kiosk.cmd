@echo off
rem Kiosk Guard's launcher for Windows, where nothing is built or installed: it needs a Java 17 and, beside itself, the
rem jars in "lib" and the configuration in "config". See "Windows" in README.md.
setlocal

rem The short name of this folder where the disk has one: Java takes its arguments in the system's old code page, which
rem may not know the letters of the long one.
for %%i in ("%~dp0.") do set "home=%%~si"

set "verb=%~1"
if "%verb%"=="" goto usage
if "%verb%"=="help" goto usage
if "%verb%"=="-h" goto usage
if "%verb%"=="--help" goto usage
set "main="
for %%v in (run desk journal content list doctor) do if "%verb%"=="%%v" set "main=dev.kioskguard.app.Main"
for %%v in (xfs-bridge layout) do if "%verb%"=="%%v" set "main=dev.kioskguard.adapter.app.Main"
if "%main%"=="" (
    echo kiosk: there is no verb '%verb%' here; kiosk.cmd --help lists them>&2
    exit /b 2
)

rem The Java: KIOSK_JAVA, else the folder "jre" beside this file, else JAVA_HOME, else whatever is on the path.
set "java=java.exe"
if not "%JAVA_HOME%"=="" set "java=%JAVA_HOME%\bin\java.exe"
if exist "%home%\jre\bin\java.exe" set "java=%home%\jre\bin\java.exe"
if not "%KIOSK_JAVA%"=="" set "java=%KIOSK_JAVA%"

if not exist "%home%\lib\*.jar" (
    echo kiosk: there are no jars in "%home%\lib"; copy the folder device-adapters of a build there>&2
    exit /b 1
)

rem Whatever the console's code page is, what is written is UTF-8.
chcp 65001 >nul 2>nul

"%java%" -Xms16m -Xmx96m -Xss512k -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=48m -XX:MaxMetaspaceSize=96m ^
    -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true ^
    -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 ^
    -Dorg.bytedeco.javacpp.maxBytes=0 -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 ^
    "-Dorg.bytedeco.javacpp.cachedir=%home%\natives" "-Dkioskguard.home=%home%" ^
    "-Dkioskguard.voices=%home%\voices" "-Dkioskguard.models=%home%\models" ^
    -cp "%home%\lib\*" %main% %*
exit /b %errorlevel%

:usage
echo Usage: kiosk.cmd VERB [options]
echo.
echo   run                the guard alone, on the devices that the configuration names
echo   xfs-bridge [--port N] [--service KIND=NAME]... [--java PATH]
echo                      native XFS devices as XFS4IoT services, in a process that may crash
echo   layout --abi win32^|win64 --version 3.00^|3.20^|3.30
echo                      where the native binding takes every member of every structure to be
echo   doctor             is this terminal fit?
echo   journal show^|verify^|replay [--anchor TOKEN] FILE
echo                      read a journal
echo   content, list, desk
echo                      as on other systems
echo.
echo kiosk.cmd VERB --help tells a verb's options. The exit code is 0 only when a verb did what was asked.
if "%verb%"=="" exit /b 2
exit /b 0
