# The verb `test`, read by the launcher: every module's tests, then the tests of the shell, then one line of counts.

profile=
for option in "$@"; do
    case $option in
        --nightly) profile=-Pnightly ;;
        -h | --help)
            echo 'Usage: ./kiosk test [--nightly]'
            echo 'Installs what the tests need and passes them.'
            echo '  --nightly   the long runs, and a build that is made twice and compared'
            exit 0
            ;;
        *) say "test does not know '$option'"; exit 2 ;;
    esac
done

log=$built/test.log
passed=0 failed=0 skipped=0

# count PASSED FAILED SKIPPED: adds to the three sums.
count() {
    passed=$((passed + $1))
    failed=$((failed + $2))
    skipped=$((skipped + $3))
}

java_tests() {
    rm -rf "$root"/*/target/surefire-reports
    say "testing; the log is $log"
    if ! (maven "$log" --fail-at-end $profile verify); then
        # The reports hold the text of each failure; a build that never got there has told its errors above.
        find "$root"/*/target/surefire-reports -name '*.txt' -exec grep -lE 'FAILURE!|ERROR!' {} + 2>/dev/null |
            while read -r report; do cat "$report" >&2; done
        broken=yes
    fi
    # shellcheck disable=SC2046 # three numbers
    count $(find "$root"/*/target/surefire-reports -name 'TEST-*.xml' -exec grep -h '<testsuite ' {} + | awk '
        function of(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
        { bad += of("failures") + of("errors"); skipped += of("skipped"); all += of("tests") }
        END { print all - bad - skipped, bad + 0, skipped + 0 }')
}

# Each .ci/*.test prints what failed and, last, "N passed, N failed".
shell_tests() {
    for script in "$root"/.ci/*.test; do
        [ -x "$script" ] || continue
        result=$built/shell-test.log
        "$script" >"$result" 2>&1 </dev/null || { broken=yes; cat "$result" >&2; }
        # shellcheck disable=SC2046 # two numbers
        count $(sed -n '$s/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$result" | grep . || echo 0 1) 0
    done
}

# Compilers use one core; whatever else has to be brought here comes meanwhile.
prepare_all() {
    say "compiling; the log is $built/compile.log"
    maven "$built/compile.log" -DskipTests package &
    compiling=$!
    prepare
    wait $compiling || broken=yes
    # Two Mavens at once could write the same file of their repository.
    (fetch_windows_jre) >"$built/windows.log" 2>&1 </dev/null ||
        say "going on without Windows; $built/windows.log says why"
}

all_tests() {
    broken=
    sum=$(sources)
    prepare_all
    [ -n "$broken" ] || java_tests
    [ -n "$broken" ] || { gather && shell_tests; }
    if [ -n "$profile" ] && [ -z "$broken" ]; then "$root/.ci/reproducible" >&2 && count 1 0 0 || count 0 1 0; fi
    echo "$passed passed, $failed failed, $skipped skipped"
    [ -z "$broken" ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

# The native side is tried on Windows too, under Wine; what cannot be had for that leaves those tests out.
wine=/usr/lib/wine/wine64
windows_jre=org.sonarsource.scanner.cli:sonar-scanner-cli:5.0.1.3006:zip:windows # has a JRE 17 for Windows in it
windows_jre_sum=bf8b7b30bd5614aaf244fe5aed3e9f7246b080b8ae3534693533fe3aac9c5594

install_windows() {
    missing=
    need wine test -x /usr/bin/wine
    need wine64 test -x "$wine"
    need gcc-mingw-w64-x86-64 command -v x86_64-w64-mingw32-gcc
    need gcc-mingw-w64-i686 command -v i686-w64-mingw32-gcc
    install_missing
}

# Once, so that the test need not wait for it; no page is ever shown and no .NET is run.
make_wine_prefix() {
    [ -x "$wine" ] && [ ! -d "$native/wine/drive_c" ] || return 0
    mkdir -p "$native"
    WINEPREFIX=$native/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=' \
        timeout 180 "$wine" wineboot -i || rm -rf "$native/wine"
}

fetch_windows_jre() {
    [ -x "$wine" ] && [ "$(cat "$native/jre/.sum" 2>/dev/null)" != "$windows_jre_sum" ] || return 0
    say 'fetching a JRE for Windows (44 MB, once)'
    fetched=$(mktemp -d)
    trap 'rm -rf "$fetched"' EXIT
    cd "$fetched"
    JAVA_HOME=$jdk mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
        "-Dartifact=$windows_jre" "-DoutputDirectory=$fetched" ||
        fail 'Maven could not fetch it'
    echo "$windows_jre_sum  $(ls ./*.zip)" | sha256sum -c --status || fail 'that JRE is not what is pinned'
    "$jdk/bin/jar" xf ./*.zip sonar-scanner-5.0.1.3006-windows/jre || fail 'it cannot be unpacked'
    rm -rf "$native/jre"
    mv ./*/jre "$native/jre"
    echo "$windows_jre_sum" >"$native/jre/.sum"
}

install_rest() {
    missing=
    need chromium have_browser
    need chromium-driver command -v chromedriver
    need openssl command -v openssl
    need_broker
    need_fonts
    need_models
    need_native
    install_missing
}

# Each part that cannot be had leaves out the tests that need it, but for what a customer sees and hears.
prepare() {
    install_rest
    (install_windows) || say 'going on without Windows'
    render_voices
    prepare_models_if_possible
    prepare_samples_if_possible
    build_native
    (make_wine_prefix) >"$built/wine.log" 2>&1 </dev/null ||
        say "going on without Windows; $built/wine.log says why"
}

need_build
install_missing
have_jdk || fail 'the JDK 17 that was installed is not to be found'
locked all_tests
exit
