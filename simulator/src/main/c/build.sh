#!/bin/sh
# build.sh OUT: the native manager, for Linux as OUT/linux/libmsxfs.so and, where mingw-w64 is there, for Windows as
# OUT/win64/msxfs.dll and OUT/win32/msxfs.dll. What stands is left alone while its sources do.
set -eu
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$(dirname "$0")"
flags='-std=c11 -D_GNU_SOURCE -O2 -g -Wall -Wextra -Werror -fvisibility=hidden'

# made OUTPUT COMPILER FLAG…: compiled anew where a source is younger, in one go, and put in place whole.
made() {
    target=$out/$1
    shift
    [ -e "$target" ] && [ -z "$(find . -newer "$target" -type f)" ] && return
    mkdir -p "${target%/*}"
    # shellcheck disable=SC2086 # words on purpose
    "$@" $flags -shared ./*.c -o "$target.new" $libraries
    mv "$target.new" "$target"
}

libraries=-lpthread
made linux/libmsxfs.so gcc -fPIC
# Windows wants the names undecorated, as the real manager has them, and nothing but the system's own libraries.
libraries='-static-libgcc -lws2_32'
! command -v x86_64-w64-mingw32-gcc >/dev/null || made win64/msxfs.dll x86_64-w64-mingw32-gcc
! command -v i686-w64-mingw32-gcc >/dev/null || made win32/msxfs.dll i686-w64-mingw32-gcc -Wl,--kill-at
