#!/bin/sh
# Prints the path of a Chromium that draws pages, installing one if need be. $1 is the Python that holds playwright.
set -eu
. "$(dirname "$0")/apt.sh"
python=$1

# On Ubuntu the name may be a stub that only asks for a snap: drawing a page is the proof.
draws_a_page() {
    profile=$(mktemp -d)
    page=$(timeout 60 "$1" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync --user-data-dir="$profile" \
        --dump-dom 'data:text/html,<p>ready</p>' 2> /dev/null) || true
    rm -rf "$profile"
    case $page in *'<p>ready</p>'*) ;; *) return 1 ;; esac
}

find_chromium() {
    for name in chromium chromium-browser google-chrome; do
        if program=$(command -v "$name") && draws_a_page "$program"; then
            echo "$program"
            return
        fi
    done
    return 1
}

is_ubuntu() {
    grep -q '^ID=ubuntu' /etc/os-release
}

download_chromium() {
    echo "Downloading Chromium …" >&2
    "$python" -m playwright install --with-deps chromium >&2 || "$python" -m playwright install chromium >&2
    program=$("$python" -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)')
    draws_a_page "$program" && echo "$program"
}

# Playwright's driver wants these, which the smallest systems lack.
"$python" -m playwright --version > /dev/null 2>&1 || install_packages libatomic1 libstdc++6 ||
    explain_and_stop "The page tests need two libraries: run 'sudo apt-get install libatomic1 libstdc++6'."

find_chromium && exit
# Ubuntu's package is the stub; Debian's is a real browser with its security updates.
is_ubuntu || { install_packages chromium && find_chromium && exit; }
download_chromium || explain_and_stop "The page tests need Chromium: install it so that 'chromium' is on PATH."
