#!/bin/sh
# Prints the path of a LibreOffice that saves workbooks and sets documents, installing Calc and Writer if need be.
set -eu
. "$(dirname "$0")/apt.sh"

# LibreOffice may be there without Calc or Writer: saving is the proof.
saves() { # program, file, kind
    timeout 120 "$1" "-env:UserInstallation=file://$folder/profile" --headless --convert-to "$3" \
        --outdir "$folder/saved" "$2" > /dev/null 2>&1
    [ -s "$folder/saved/$(basename "${2%.*}").$3" ]
}

saves_both() {
    folder=$(mktemp -d)
    echo 1 > "$folder/one.csv"
    saves "$1" "$folder/one.csv" xlsx && saves "$1" "$(dirname "$0")/../data/templates/bao_cao.docx" pdf && saved=0 || saved=1
    rm -rf "$folder"
    return $saved
}

find_libreoffice() {
    program=$(command -v soffice) && saves_both "$program" && echo "$program"
}

find_libreoffice && exit
# Where there is no screen Debian has a smaller Writer, with the same core; Ubuntu may not have it.
install_packages libreoffice-calc libreoffice-writer-nogui || install_packages libreoffice-calc libreoffice-writer
find_libreoffice && exit
explain_and_stop "The tests need LibreOffice Calc and Writer: install them so that 'soffice' is on PATH."
