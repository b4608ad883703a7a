#!/bin/sh
# Checks the tools that the tests run against, and installs those that are missing (Debian and its relatives, as root or
# through sudo), and makes the folders of the two test processes for what is temporary. With everything in place it does
# nothing else and opens no connection. Maven runs it before the tests.
#
# ANTTMAP_TEST_PG_URL set: the PostGIS tests use that server, so none is installed here.
set -eu

fail() {
  echo "install-test-tools: $1" >&2
  exit 1
}

# Given by pom.xml: each process looks whether anything temporary is left, and must not meet what is the other's.
if [ $# -gt 0 ]; then mkdir -p "$1-1" "$1-2"; fi

# --- what counts as present -----------------------------------------------------------------------------------------

# Prints the version of the newest PostgreSQL here that has both a server and PostGIS.
postgis_version() {
  found=
  for control in /usr/share/postgresql/*/extension/postgis.control; do
    version=${control#/usr/share/postgresql/}
    version=${version%%/*}
    [ -f "$control" ] && [ -x "/usr/lib/postgresql/$version/bin/initdb" ] || continue
    if [ -z "$found" ] || [ "$version" -gt "$found" ]; then found=$version; fi
  done
  [ -n "$found" ] && echo "$found"
}

has_vietnamese_font() {
  command -v fc-list >/dev/null && [ -n "$(fc-list ':lang=vi' family)" ]
}

# As wide as Times New Roman, so that LibreOffice breaks lines and pages where a word processor in an office does.
has_liberation_font() {
  command -v fc-list >/dev/null && [ -n "$(fc-list 'Liberation Serif' family)" ]
}

# Debian numbers the package by PostgreSQL's version: 15 in bookworm, 17 in trixie. Asked only when PostGIS is missing,
# since it takes a second.
postgis_package() {
  postgis_version >/dev/null && return
  newest=$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' 2>/dev/null | cut -d' ' -f1 | sort -V | tail -n 1)
  echo "${newest:-postgresql-15-postgis-3}"
}

missing=
report() { # tool, package, command that succeeds when the tool is here
  tool=$1 package=$2
  shift 2
  if "$@" >/dev/null 2>&1; then
    echo "$tool: found"
  else
    missing="$missing $package"
  fi
}

check_all() {
  missing=
  if [ -n "${ANTTMAP_TEST_PG_URL:-}" ]; then
    echo "PostGIS: the server named by ANTTMAP_TEST_PG_URL"
  else
    report PostGIS "$(postgis_package)" postgis_version
  fi
  report GDAL gdal-bin command -v ogrinfo
  report Chromium chromium command -v chromium
  report "Vietnamese fonts" fonts-noto-core has_vietnamese_font
  report "Liberation fonts" fonts-liberation has_liberation_font
  report LibreOffice libreoffice-writer-nogui command -v soffice
  report poppler poppler-utils command -v pdftotext
}

# --- installing -----------------------------------------------------------------------------------------------------

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif ! command -v sudo >/dev/null; then
    fail "cannot install$missing: neither root nor sudo. As root run: apt-get install$missing"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    # Nobody is there to type a password.
    sudo -n "$@"
  fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

# Debian makes and starts a cluster with every new server package. The tests make their own, so keep it from doing so,
# and only while this script installs.
no_cluster=/etc/postgresql-common/createcluster.d/antt-map-tests.conf

allow_clusters_again() {
  as_root rm -f "$no_cluster"
}

keep_from_making_a_cluster() {
  trap allow_clusters_again EXIT
  as_root mkdir -p "${no_cluster%/*}"
  echo 'create_main_cluster = false' | as_root tee "$no_cluster" >/dev/null
}

check_all
[ -z "$missing" ] && exit 0

echo "Installing:$missing"
command -v apt-get >/dev/null ||
  fail "cannot install$missing: this system has no apt-get. Install the Debian packages of these names, or what they are called here."
apt update || fail "cannot install$missing: apt-get update failed (the lines above say why)."

# Once more, with fresh package lists.
check_all >/dev/null
case $missing in
*-postgis-3*) keep_from_making_a_cluster ;;
esac
# shellcheck disable=SC2086 # one word per package
apt install --no-install-recommends $missing ||
  fail "cannot install$missing: apt-get failed (the lines above say why). As root run: apt-get install$missing"

wanted=$missing
check_all
[ -z "$missing" ] || fail "apt-get installed$wanted, but the check still misses:$missing"
