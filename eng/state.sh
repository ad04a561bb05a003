# What the set-up leaves behind, and whether it still holds. This runs before every verb, so it starts few processes.

state=$root/artifacts/setup
packages_stamp=$state/packages-$torch_engine-$opencv_engine
build_stamp=$state/build-$torch_engine-$opencv_engine

# Everything that the build reads, by path, size and time: an added, changed or deleted file, or a moved checkout, changes it.
build_fingerprint() {
    local inputs=() input
    for input in "$root"/{core,eng,hosts,models,plugins,task-specs,templates,tests,.editorconfig,global.json,nuget.config} "$root"/{Directory.*,*.sln}; do
        [[ ! -e $input ]] || inputs+=("$input")
    done
    find "${inputs[@]}" -type d \( -name bin -o -name obj -o -name TestResults -o -name __pycache__ -o -name '.*' \) -prune \
        -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum
}

# The list of packages, and when Debian's own list of installed packages last changed.
packages_fingerprint() {
    sha256sum <"$root/eng/debian-packages.txt"
    stat -c %.Y /var/lib/dpkg/status 2>/dev/null || true
}

holds() { [[ -f $1 && $(<"$1") == "$2" ]]; }

packages_are_ready() { holds "$packages_stamp" "$(packages_fingerprint)"; }

build_is_ready() { holds "$build_stamp" "$(build_fingerprint)"; }

is_ready() { packages_are_ready && build_is_ready; }

# Writes a stamp beside its place and renames it, so that an interrupted set-up leaves none.
stamp() {
    printf '%s\n' "$2" >"$1.new"
    mv "$1.new" "$1"
}
