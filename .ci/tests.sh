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

all_tests() {
    broken=
    sum=$(sources)
    java_tests
    [ -n "$broken" ] || { gather && shell_tests; }
    if [ -n "$profile" ] && [ -z "$broken" ]; then "$root/.ci/reproducible" >&2 && count 1 0 0 || count 0 1 0; fi
    echo "$passed passed, $failed failed, $skipped skipped"
    [ -z "$broken" ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

need_build
need chromium have_browser
need chromium-driver command -v chromedriver
need openssl command -v openssl
need_broker
need_fonts
need_models
need_native
install_missing
have_jdk || fail 'the JDK 17 that was installed is not to be found'
render_voices
prepare_models_if_possible
prepare_samples_if_possible
locked build_native
locked all_tests
exit
