# Runs the solution's test projects, one after the other, and sums their results. Sourced by the launcher.

test_projects() { sed -nE 's/^Project\(.*\) = "([^"]+\.Tests)",.*/\1/p' "$root/VideoPoet.Framework.sln" | sort; }

# NUnit's own filter language, because the adapter's translation of VSTest filters never ends on a parenthesis.
name_contains() {
    local pattern
    pattern=$(sed -e 's/\\/\\\\\\\\/g' -e 's/\^/\\\\^/g' -e "s/'/\\\\'/g" -e 's/[.$*+?({|)[]/[&]/g' <<<"$1")
    printf "NUnit.Where=test =~ '%s'" "$pattern"
}

counter() { xmllint --xpath "sum(//*[local-name() = 'Counters']/@*[contains(' $2 ', concat(' ', name(), ' '))])" "$1"; }

# The runner's own chatter would stand between the projects' results.
without_chatter() {
    sed -u -E '/^(VSTest version|Starting test execution|A total of 1 test files|Results File:|Additionally, path to test adapters)/d
        /^No test is available in /d; /^$/d'
}

run_tests() {
    local filter=$1 results where project report code failures arguments passed=0 failed=0 total=0
    results=$(mktemp -d)
    # shellcheck disable=SC2064
    trap "rm -rf '$results'" EXIT
    where=$(name_contains "$filter")
    for project in $(test_projects); do
        report=$results/$project.trx code=0 failures=0
        arguments=(--logger:'console;verbosity=minimal' --logger:"trx;LogFileName=$report" --ResultsDirectory:"$results")
        [[ -z $filter ]] || arguments+=(-- "$where")
        in_root "$dotnet" vstest "$artifacts/bin/$project/release/$project.dll" "${arguments[@]}" 2>&1 | without_chatter || code=$?
        if [[ -f $report ]]; then
            passed=$((passed + $(counter "$report" passed)))
            failures=$(counter "$report" 'failed error timeout aborted')
            total=$((total + $(counter "$report" total)))
        fi
        # A test process that dies reports no failed test, and must not pass for that.
        if [[ $code -ne 0 && $failures -eq 0 ]]; then
            say "$project ended before its tests did (exit code $code); this counts as one failure"
            failures=1 total=$((total + 1))
        fi
        failed=$((failed + failures))
    done
    [[ $total -gt 0 ]] || say "no test ran${filter:+: no test has '$filter' in its full name}"
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" $((total - passed - failed))
    [[ $total -gt 0 && $failed -eq 0 ]]
}
