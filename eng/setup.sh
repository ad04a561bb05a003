# Installs the Debian packages that are missing, builds the native parts and the solution. Sourced by the launcher.

now() { printf '%s' "${EPOCHREALTIME//[!0-9]/}"; }
since() { local tenths=$((($(now) - $1) / 100000)); printf '%d.%d s' $((tenths / 10)) $((tenths % 10)); }

# step TITLE LOG COMMAND…: runs a command with its output in a log and says how long it took.
# The lock (descriptor 9) is closed for the command: build servers outlive it and would keep the lock.
step() {
    local title=$1 log=$2 start
    shift 2
    start=$(now)
    printf '  %-58s' "$title" >&2
    if "$@" >"$log" 2>&1 </dev/null 9>&-; then
        since "$start" >&2
        printf '\n' >&2
    else
        printf 'failed\n' >&2
        return 1
    fi
}

set_up() {
    local all=${1:-} start
    start=$(now)
    if ! { mkdir -p "$state" && [[ -w $state ]] && exec 9>"$state/lock"; } 2>/dev/null; then
        # Whoever only uses an installation can leave no note that it still holds.
        if [[ -z $all ]] && build_is_ready && nothing_is_missing; then return; fi
        die 2 "cannot write to $state; the launcher builds inside its own folder"
    fi
    flock --nonblock 9 || { say "waiting for another set-up of this folder to end"; flock 9; }
    if [[ -n $all ]] || ! is_ready; then
        say "setting up"
        if [[ -n $all ]] || ! packages_are_ready; then set_up_packages; fi
        if [[ -n $all ]] || ! build_is_ready; then set_up_build; fi
        say "ready after $(since "$start")"
    fi
    exec 9>&-
}

required_packages() {
    awk -v torch="TorchEngine=$torch_engine" -v opencv="OpenCvEngine=$opencv_engine" \
        '!/^#/ && NF && ($2 == "" || $2 == torch || $2 == opencv) { print $1 }' "$root/eng/debian-packages.txt" | sort
}

missing_packages() {
    comm -23 <(required_packages) <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' | sed -n 's/ installed$//p' | sort -u)
}

nothing_is_missing() { command -v dpkg-query >/dev/null && [[ -z $(missing_packages) ]]; }

set_up_packages() {
    local missing
    { command -v apt-get && command -v dpkg-query; } >/dev/null ||
        die 2 "this system has no apt-get, so the set-up cannot install packages; it is made for Debian 12 and needs:" $(required_packages)
    mapfile -t missing < <(missing_packages)
    [[ ${#missing[@]} -eq 0 ]] || install_packages "${missing[@]}"
    stamp "$packages_stamp" "$(packages_fingerprint)"
}

install_packages() {
    local as_root=()
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || die 2 "no permission to install packages: you are not root and there is no sudo; needed: $*"
        sudo -v 2>/dev/null || die 2 "no permission to install packages: sudo refused; needed: $*"
        as_root=(sudo)
    fi
    rm -f "$state"/apt*.log
    as_root+=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -y -o DPkg::Lock::Timeout=300)
    say "installing $*"
    # A source that is not Debian's may fail, and what is needed be there all the same.
    step "packages: reading Debian's lists" "$state/apt-update.log" "${as_root[@]}" update ||
        say "not every list of packages can be read: $(apt_error "$state/apt-update.log") (log: $state/apt-update.log)"
    step "packages: installing $# and what they need" "$state/apt.log" "${as_root[@]}" install --no-install-recommends "$@" ||
        explain_apt "$state/apt.log" "$state/apt-update.log"
}

apt_error() { grep -m 1 '^E: ' "$1" || tail -n 1 "$1"; }

is_offline() {
    grep -qE 'Could not (resolve|connect)|Unable to connect|Cannot initiate the connection|Temporary failure resolving|Connection (failed|timed out)' "$1"
}

# explain_apt LOG UPDATE_LOG
explain_apt() {
    if grep -qE 'Unable to locate package|has no installation candidate' "$1"; then
        # Without network, 'update' leaves no lists, and 'install' then finds no package.
        ! is_offline "$2" || die_offline "$1"
        die 2 "this distribution does not offer: $(sed -nE "s/^E: .*(Unable to locate package |Package ')([^' ]+).*/\2/p" "$1" | paste -sd ' ');" \
            "the set-up is made for Debian 12 (log: $1)"
    fi
    ! is_offline "$1" || die_offline "$1"
    die 2 "apt-get failed: $(apt_error "$1") (log: $1)"
}

die_offline() { die 2 "no network: Debian's package servers cannot be reached (log: $1)"; }

set_up_build() {
    local fingerprint solution=$root/VideoPoet.Framework.sln
    "$dotnet" --list-sdks | awk -F . '$1 >= 10 { found = 1 } END { exit !found }' ||
        die 2 "the .NET SDK 10 is missing: $dotnet has no SDK of version 10 or newer; see $dotnet_help"
    # Taken before the build: a file changed while it runs is built the next time.
    fingerprint=$(build_fingerprint)
    rm -f "$build_stamp"
    [[ $torch_engine != system ]] || build_native TorchSharp.System
    [[ $opencv_engine != system ]] || build_native OpenCvSharp.System
    # Without the audit, a restore whose packages are all on this machine needs no network.
    step "solution: restoring" "$state/restore.log" in_root "$dotnet" restore "$solution" -p:NuGetAudit=false --nologo -v q ||
        explain_dotnet "$state/restore.log"
    step "solution: building" "$state/build.log" in_root "$dotnet" build "$solution" -c Release --no-restore --nologo -v q ||
        explain_dotnet "$state/build.log"
    stamp "$build_stamp" "$fingerprint"
}

build_native() {
    local source=$root/core/engines/$1/native build=$root/artifacts/native-build/$1 log=$state/$1.log
    # CMake refuses a build folder that was made for another place, as after moving the checkout.
    grep -sqxF "CMAKE_HOME_DIRECTORY:INTERNAL=$source" "$build/CMakeCache.txt" || rm -rf "$build"
    step "$1: configuring its native part" "$log" \
        cmake -S "$source" -B "$build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_LIBRARY_OUTPUT_DIRECTORY="$root/artifacts/native" &&
        step "$1: building its native part" "$log" cmake --build "$build" --parallel "$(nproc)" ||
        explain_build "$1" "$log" 'error:|CMake Error'
}

explain_dotnet() {
    ! grep -q 'error NU1301' "$1" || die 2 "no network: the .NET package source cannot be reached (log: $1)"
    explain_build VideoPoet.Framework.sln "$1" 'error '
}

explain_build() {
    grep -E "$3" "$2" | sort -u | head -n 20 >&2 || tail -n 5 "$2" >&2
    die 1 "$1 does not build (log: $2)"
}
