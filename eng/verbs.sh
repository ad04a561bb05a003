# The verbs: the launcher's own, and those that each host declares in hosts/<Host>/verbs.txt (a verb and a summary a line).

host_verbs() {
    local list host verb summary
    for list in "$root"/hosts/*/verbs.txt; do
        [[ -f $list ]] || continue
        host=$(basename "$(dirname "$list")")
        while read -r verb summary; do
            [[ -z $verb || $verb == '#'* ]] || printf '%s\t%s\t%s\n' "$verb" "$host" "$summary"
        done <"$list"
    done
}

# Reads to the end: whoever stops early breaks the pipe, which counts as a failure.
host_of() { host_verbs | awk -F '\t' -v verb="$1" '$1 == verb && !host { host = $2 } END { print host; exit !host }'; }

print_help() {
    cat <<EOF
VideoPoet.Framework: a video model that is a language model, every task a plugin.

usage: ./videopoet VERB [ARGUMENTS]

  setup              install what is missing and build everything
  test [FILTER]      run all tests, or those whose full name contains FILTER
  bench [NAME]       list the benchmarks, or run one
  help [VERB]        this text, or a verb's own help
EOF
    host_verbs | awk -F '\t' '{ printf "  %-18s %s\n", $1, $3 }'
    cat <<EOF

Every verb sets up first what it needs, and has --help with an example.
Exit codes: 0 done, 1 failed, 2 bad input.
EOF
}

print_setup_help() {
    cat <<EOF
usage: ./videopoet setup

Installs the Debian packages in eng/debian-packages.txt (with sudo when you are not root), builds the native parts and then
the solution in Release. Does only what is missing, so it may be repeated at any time; its logs stay in artifacts/setup.
The environment variables TorchEngine and OpenCvEngine choose other engines: see docs/engines.md.

example: ./videopoet setup
EOF
}

print_test_help() {
    cat <<EOF
usage: ./videopoet test [FILTER]

Runs every test project of the solution, one after the other. FILTER is a part of a test's full name, case-sensitive.
The last line is 'N passed, N failed, N skipped'. Exit code 1: a test failed, or no test ran.

example: ./videopoet test Architecture
EOF
}

# Prints the known verb with the smallest edit distance to the given one.
nearest_verb() {
    { printf '%s\n' setup test bench help; host_verbs | cut -f 1; } | awk -v wanted="$1" '
        function distance(a, b,    i, j, row, above, diagonal, best) {
            for (j = 0; j <= length(b); j++) row[j] = j
            for (i = 1; i <= length(a); i++) {
                diagonal = row[0]; row[0] = i
                for (j = 1; j <= length(b); j++) {
                    above = row[j]
                    best = diagonal + (substr(a, i, 1) != substr(b, j, 1))
                    if (above + 1 < best) best = above + 1
                    if (row[j - 1] + 1 < best) best = row[j - 1] + 1
                    row[j] = best; diagonal = above
                }
            }
            return row[length(b)]
        }
        { d = distance(wanted, $1); if (NR == 1 || d < least) { least = d; nearest = $1 } }
        END { print nearest }'
}
