#!/bin/sh
# Installs the programs of the test servers (programs.txt) from Debian's packages, as root. Starts no service and
# leaves an installed one as it is. Does nothing, at once, when all are there.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

missing_packages() {
  grep -v '^#' "$here/programs.txt" | while read -r package program; do
    # Unquoted, so that * finds the installed version.
    for found in $program; do :; done
    [ -x "$found" ] || echo "$package"
  done | sort -u
}

packages=$(missing_packages)
[ -n "$packages" ] || exit 0
[ "$(id -u)" = 0 ] || { echo "install.sh: run it as root to install:" $packages >&2; exit 1; }

export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  # Debian's maintainer scripts ask it before they start a service; 101 forbids.
  trap 'rm -f "$policy"' EXIT
  trap 'exit 1' HUP INT TERM
  printf '#!/bin/sh\nexit 101\n' > "$policy"
  chmod 755 "$policy"
fi

case " $packages " in
  *postfix*) echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections ;;
esac
apt-get -o DPkg::Lock::Timeout=300 -qq update
apt-get -o DPkg::Lock::Timeout=300 -qq -y --no-install-recommends install $packages >&2

packages=$(missing_packages)
[ -z "$packages" ] || { echo "install.sh: still without a program of:" $packages >&2; exit 1; }
