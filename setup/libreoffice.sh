#!/bin/sh
# Prints the path of a LibreOffice that saves workbooks, installing Calc if need be.
set -eu
. "$(dirname "$0")/apt.sh"

# LibreOffice may be there without Calc: saving a workbook is the proof.
saves_a_workbook() {
    folder=$(mktemp -d)
    echo 1 > "$folder/one.csv"
    timeout 120 "$1" "-env:UserInstallation=file://$folder/profile" --headless --convert-to xlsx \
        --outdir "$folder" "$folder/one.csv" > /dev/null 2>&1 && [ -s "$folder/one.xlsx" ] && saved=0 || saved=1
    rm -rf "$folder"
    return $saved
}

find_libreoffice() {
    program=$(command -v soffice) && saves_a_workbook "$program" && echo "$program"
}

find_libreoffice && exit
install_packages libreoffice-calc && find_libreoffice && exit
explain_and_stop "The workbook tests need LibreOffice Calc: install it so that 'soffice' is on PATH."
