#!/bin/sh
# verify-clearance.sh: may this transfer be done? The host's side of a clearance, with POSIX sh and OpenSSL 3.
#
#   verify-clearance.sh --keys FILE --transfer FILE --used DIR [--now SECONDS] < TOKEN
#
#   --keys      the terminal's JWK set (GET /api/clearance-keys) or one Ed25519 public key as PEM
#   --transfer  what the host is about to do, in its own words: the eight name=value lines of README.md, in any order
#   --used      a folder that remembers the clearances taken; keep it as safe as the ledger
#   --now       seconds since 1970 in place of the machine's clock
#
# Exit code: 0 accepted; 10 signature, 11 form, 12 terminal, 13 expired, 14 digest, 15 used: refused for that reason;
# 2 asked wrongly; 3 could not be checked. Only 0 allows the transfer. Names and accounts never appear in the output.
set -eu
umask 077
LC_ALL=C
export LC_ALL

TOKEN_LENGTH_MAX=4096

refuse() { # refuse CODE REASON DETAIL
    printf 'refused: %s: %s\n' "$2" "$3" >&2
    exit "$1"
}
signature() { refuse 10 signature "$1"; }
form() { refuse 11 form "$1"; }
wrongly() { printf 'verify-clearance: %s\n' "$1" >&2; exit 2; }
unchecked() { printf 'verify-clearance: %s\n' "$1" >&2; exit 3; }

keys= transfer= used= now=
while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || wrongly "$1 needs a value"
    case $1 in
    --keys) keys=$2 ;;
    --transfer) transfer=$2 ;;
    --used) used=$2 ;;
    --now) now=$2 ;;
    *) wrongly "unknown option $1" ;;
    esac
    shift 2
done
[ -r "$keys" ] || wrongly "--keys must name a file that can be read"
[ -r "$transfer" ] || wrongly "--transfer must name a file that can be read"
[ -d "$used" ] || wrongly "--used must name a folder"
[ -n "$now" ] || now=$(date +%s)
case $now in '' | *[!0-9]*) wrongly "--now must be a number of seconds" ;; esac
command -v openssl >/dev/null || unchecked "openssl is not installed"

work=$(mktemp -d) || unchecked "no folder for temporary files"
trap 'rm -rf "$work"' EXIT
trap 'exit 3' HUP INT TERM

# --- the token -------------------------------------------------------------------------------------

decode() { # base64url of the argument to standard output
    text=$(printf '%s' "$1" | tr -- '-_' '+/')
    case $((${#text} % 4)) in
    2) text="$text==" ;;
    3) text="$text=" ;;
    1) return 1 ;;
    esac
    printf '%s' "$text" | openssl base64 -d -A
}

token=$(cat)
[ ${#token} -le $TOKEN_LENGTH_MAX ] || form "the token is longer than $TOKEN_LENGTH_MAX characters"
case $token in
*[!A-Za-z0-9_.-]* | *.*.*.* | .* | *. | *..*) form "this is not a compact JWS" ;;
*.*.*) ;;
*) form "this is not a compact JWS" ;;
esac
signed=${token%.*}
decode "${token%%.*}" >"$work/header" 2>/dev/null || signature "the header cannot be read"
decode "${signed#*.}" >"$work/claims" 2>/dev/null || signature "the claims cannot be read"
decode "${token##*.}" >"$work/signature" 2>/dev/null || signature "the signature cannot be read"

# text FILE NAME: the value of a string. No value that a guard signs holds an escape; what does is refused below.
text() { tr -d '\n' <"$1" | sed -n "s/.*\"$2\" *: *\"\([^\"]*\)\".*/\1/p"; }
number() { tr -d '\n' <"$1" | sed -n "s/.*\"$2\" *: *\([0-9]\{1,15\}\) *[,}].*/\1/p"; }
plain() { ! grep -q '\\' "$1"; }

plain "$work/header" || signature "the header is not a clearance's"
[ "$(text "$work/header" alg)" = EdDSA ] || signature "the token is not signed with EdDSA"

# --- the key ---------------------------------------------------------------------------------------

if grep -q '^-----BEGIN PUBLIC KEY-----' "$keys"; then
    openssl pkey -pubin -in "$keys" -outform DER -out "$work/key" 2>/dev/null || unchecked "the key cannot be read"
else
    kid=$(text "$work/header" kid)
    case $kid in '' | *[!A-Za-z0-9_-]*) signature "the token names no key" ;; esac
    tr -d ' \t\r\n' <"$keys" | tr '{}' '\n\n' | grep -F "\"kid\":\"$kid\"" | grep -F '"crv":"Ed25519"' >"$work/jwk" ||
        signature "the token names a key that is not in the set"
    # The twelve bytes say "an Ed25519 public key follows" (RFC 8410).
    {
        printf '\060\052\060\005\006\003\053\145\160\003\041\000'
        decode "$(text "$work/jwk" x)"
    } >"$work/key" 2>/dev/null || unchecked "the key cannot be read"
fi
[ "$(($(wc -c <"$work/key")))" -eq 44 ] || unchecked "the key is not an Ed25519 key"

# --- signature, form, terminal, expiry, digest -----------------------------------------------------

printf '%s' "$signed" >"$work/signed"
[ "$(($(wc -c <"$work/signature")))" -eq 64 ] || signature "the signature has the wrong length"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key" -rawin -in "$work/signed" \
    -sigfile "$work/signature" >/dev/null 2>&1 || signature "the signature does not hold"

[ "$(text "$work/header" typ)" = clearance+jwt ] || form "the token is signed, but is no clearance"
plain "$work/claims" || form "a claim holds an escaped character"
jti=$(text "$work/claims" jti)
exp=$(number "$work/claims" exp)
digest=$(text "$work/claims" digest)
notBefore=$(text "$work/claims" notBefore)
for claim in "$jti" "$exp" "$digest" "$notBefore" "$(text "$work/claims" terminal)"; do
    [ -n "$claim" ] || form "a claim is missing"
done
case $jti in .* | *[!A-Za-z0-9._-]*) form "jti is not a plain word" ;; esac

if grep -qv -e '^kind=' -e '^payee\.name=' -e '^payee\.account=' -e '^payee\.bank=' -e '^amount\.currency=' \
    -e '^amount\.minor=' -e '^terminal=' -e '^session=' "$transfer"; then
    form "the transfer has a line that is none of its eight"
fi
printf 'kiosk-guard-transfer-1\n' >"$work/canonical"
for name in kind payee.name payee.account payee.bank amount.currency amount.minor terminal session; do
    pattern="^$(printf '%s' "$name" | sed 's/\./\\./')="
    [ "$(grep -c "$pattern" "$transfer")" -eq 1 ] || form "the transfer needs exactly one line for $name"
    grep "$pattern" "$transfer" >>"$work/canonical"
done

[ "$(sed -n 's/^terminal=//p' "$work/canonical")" = "$(text "$work/claims" terminal)" ] ||
    refuse 12 terminal "the clearance was given at another terminal"
[ "$now" -lt "$exp" ] || refuse 13 expired "the clearance has expired"
own=$(openssl dgst -sha256 -r <"$work/canonical") || unchecked "openssl does not do SHA-256"
[ "${own%% *}" = "$digest" ] || refuse 14 digest "the clearance is for another transfer"

# --- once ------------------------------------------------------------------------------------------

# Making a folder either succeeds or finds it there, for one caller only, however many try at once.
if ! mkdir "$used/$jti" 2>/dev/null; then
    [ -d "$used/$jti" ] || unchecked "the folder of used clearances cannot be written"
    refuse 15 used "the clearance has been used"
fi
printf 'accepted: transfer=%s delay=%s notBefore=%s\n' \
    "$(text "$work/claims" transfer)" "$(text "$work/claims" delay)" "$notBefore"
