#!/bin/sh
# Renders what the screens say, as WAV files, from config/content/voices.yaml, and second languages or dialects from the
# voices.LANG.yaml beside it into OUTDIR/LANG.
#
#   config/voices/render.sh OUTDIR [VOICES.yaml]
#
# For the build step of ./kiosk: call it each time with a folder below the build output, such as target/voices; the
# folder is made where it is missing. A clip is rendered again only when its words, the homophones, the voice or the
# speed have changed, so a call with nothing to do takes a moment. Clips that are no longer named are removed, and
# with a list all that it named.
# Needs espeak-ng (Debian: apt-get install espeak-ng); it is a tool of the build and no part of the product.
# Exit code: 0 all clips stand in OUTDIR, 2 wrong call or list, 3 no espeak-ng, else what espeak-ng said.
#
# A bank's own recordings are not touched by this script: the guard is given a second folder with files of the same
# names (NAME.wav, PCM), and takes them first.
set -eu

mandarin=cmn-latn-pinyin # plain cmn or zh read the tones aloud as English digits; a dialect is named by its own code
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

# render VOICE LIST HOMOPHONES OUT: the clips of one list, and none else, stand in OUT.
render() {
    voice=$1 list=$2 homophones=$3 out=$4
    mkdir -p "$out"
    wanted=$out/.wanted
    spoken=
    if [ -r "$homophones" ]; then
        spoken=$(sed -n 's|^\([^#=][^=]*\)=\(.*\)$|s/\1/\2/g|p' "$homophones")
    fi
    sed -e '/^#/d' -e '/^[[:space:]]*$/d' -e "$spoken" "$list" >"$wanted"

    while IFS= read -r line; do
        clip "$line"
    done <"$wanted"

    sed 's/: .*//' "$wanted" | sort >"$out/.names"
    for wav in "$out"/*.wav; do
        name=${wav##*/}
        if [ -e "$wav" ]; then echo "${name%.wav}"; fi
    done | sort | comm -23 - "$out/.names" | while IFS= read -r name; do
        rm -f "$out/$name.wav" "$out/$name.stamp"
    done
    rm -f "$wanted" "$out/.names"
}

# clip LINE: 'name: words' is rendered where it is not there yet.
clip() {
    name=${1%%: *}
    words=${1#*: }
    case $name in
        "$1" | '' | .* | *[!a-z0-9.-]*)
            echo "render.sh: '$1' in $list is no clip; write 'name: words' on one line" >&2
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
}

# forget OUT: no list names these clips any more. Only what was rendered has a stamp; the rest is not ours to remove.
forget() {
    for stamp in "$1"/*.stamp; do
        rm -f "${stamp%.stamp}.wav" "$stamp"
    done
    rmdir "$1" 2>/dev/null || echo "render.sh: $1 is left, as more lies there than was rendered" >&2
}

top=$out
lists=${list%.yaml}
render "$mandarin" "$list" "$here/homophones" "$top"
for dialect in "$lists".*.yaml; do
    if [ -r "$dialect" ]; then
        lang=${dialect%.yaml}
        lang=${lang##*.}
        render "$lang" "$dialect" "$here/homophones.$lang" "$top/$lang"
    fi
done
for rendered in "$top"/*/; do
    lang=${rendered%/}
    lang=${lang##*/}
    if [ -d "$rendered" ] && [ ! -r "$lists.$lang.yaml" ]; then forget "$top/$lang"; fi
done
