#!/bin/sh
# Makes the virtual environment $1 with the first Python on PATH that is 3.11 or newer.
set -eu
. "$(dirname "$0")/apt.sh"
environment=$1

# Some names on PATH are launchers for a Python that is not there: only one that runs counts.
is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null
}

find_python() {
    for name in python3.11 python3 python3.12 python3.13 python3.14; do
        if is_new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    explain_and_stop "Cần Python 3.11 trở lên: hãy chạy 'sudo apt-get install python3.11' rồi gọi lại lệnh này."
}

# Debian and Ubuntu keep ensurepip in a package of its own.
add_venv() {
    package=$("$1" -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))')
    install_packages "$package" ||
        explain_and_stop "Cần gói $package: hãy chạy 'sudo apt-get install $package' rồi gọi lại lệnh này."
}

python=$(find_python)
"$python" -c 'import ensurepip, venv' 2> /dev/null || add_venv "$python"

# Half an environment would pass for a whole one at the next call.
trap 'rm -rf "$environment"' EXIT
trap 'exit 130' HUP INT TERM
"$python" -m venv --clear "$environment"
trap - EXIT
