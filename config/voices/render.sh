#!/bin/sh
# Renders what the screens say, as WAV files, from config/content/voices.yaml.
#
#   config/voices/render.sh OUTDIR [VOICES.yaml]
#
# For the build step of ./kiosk: call it each time with a folder below the build output, such as target/voices; the
# folder is made where it is missing. A clip is rendered again only when its words, the homophones, the voice or the
# speed have changed, so a call with nothing to do takes a moment. Clips that are no longer named are removed.
# Needs espeak-ng (Debian: apt-get install espeak-ng); it is a tool of the build and no part of the product.
# Exit code: 0 all clips stand in OUTDIR, 2 wrong call or list, 3 no espeak-ng, else what espeak-ng said.
#
# A bank's own recordings are not touched by this script: the guard is given a second folder with files of the same
# names (NAME.wav, PCM), and takes them first.
set -eu

voice=cmn-latn-pinyin # plain cmn or zh read the tones aloud as English digits
speed=163             # espeak-ng's own unit; about 170 Chinese characters a minute, for older ears

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    echo "usage: $0 OUTDIR [VOICES.yaml]" >&2
    exit 2
fi
out=$1
list=${2:-$here/../content/voices.yaml}

if ! command -v espeak-ng >/dev/null 2>&1; then
    echo "render.sh: espeak-ng is missing; apt-get install espeak-ng" >&2
    exit 3
fi
if [ ! -r "$list" ]; then
    echo "render.sh: $list cannot be read; name the list of clips" >&2
    exit 2
fi

mkdir -p "$out"
wanted=$out/.wanted
spoken=$(sed -n 's|^\([^#=][^=]*\)=\(.*\)$|s/\1/\2/g|p' "$here/homophones")
sed -e '/^#/d' -e '/^[[:space:]]*$/d' -e "$spoken" "$list" >"$wanted"

while IFS= read -r line; do
    name=${line%%: *}
    words=${line#*: }
    case $name in
        "$line" | '' | .* | *[!a-z0-9.-]*)
            echo "render.sh: '$line' in $list is no clip; write 'name: words' on one line" >&2
            exit 2
            ;;
    esac
    stamp="$voice $speed $words"
    before=
    if [ -s "$out/$name.wav" ] && [ -f "$out/$name.stamp" ]; then
        IFS= read -r before <"$out/$name.stamp" || true
    fi
    if [ "$before" != "$stamp" ]; then
        espeak-ng -v "$voice" -s "$speed" -w "$out/.rendering" -- "$words"
        mv "$out/.rendering" "$out/$name.wav"
        printf '%s\n' "$stamp" >"$out/$name.stamp"
    fi
done <"$wanted"

for wav in "$out"/*.wav; do
    name=${wav##*/}
    name=${name%.wav}
    if [ -e "$wav" ] && ! grep -q "^$name: " "$wanted"; then
        rm -f "$wav" "$out/$name.stamp"
    fi
done
rm -f "$wanted"
