# Read by the scripts beside it. Standard output is kept for their answers: everything said here goes to the other one.

explain_and_stop() {
    echo "$1" >&2
    exit 1
}

# Installs Debian or Ubuntu packages as root or through sudo; fails where neither can be had.
install_packages() {
    if [ "$(id -u)" -eq 0 ]; then
        as_root=""
    elif [ -t 0 ]; then
        as_root="sudo"
    else
        as_root="sudo -n" # nobody is there to type a password
    fi
    echo "Installing $* …" >&2
    {
        $as_root apt-get update -qq || true # an old list may still do
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            -o DPkg::Lock::Timeout=120 "$@"
    } > /dev/null
}
