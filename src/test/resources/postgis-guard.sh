# Makes a PostgreSQL cluster, starts it, says "ready", and ends and removes it when the standard input ends. That input
# is a pipe held by the JVM of the tests, so the server goes with it even when the JVM is killed.
#
# Arguments: folder of PostgreSQL's programs, an empty folder of the calling user, port, "quick" or "durable".
# CLUSTER_PASSWORD: the password of the user postgres to be.
set -eu
programs=$1 folder=$2 port=$3 kind=$4

trap 'cd / && rm -rf "$folder"' EXIT
cd "$folder"

# C.UTF-8: lower() knows Vietnamese letters, and the order is the same on every machine.
printf '%s\n' "$CLUSTER_PASSWORD" >password
if ! "$programs/initdb" --pgdata=data --username=postgres --pwfile=password --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >log 2>&1; then
  cat log
  exit 1
fi

cat >>data/postgresql.conf <<SETTINGS
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 300
SETTINGS
# Commits stay in order and survive a killed server; only a crash of the machine would lose them.
[ "$kind" = durable ] || printf 'fsync = off\nfull_page_writes = off\n' >>data/postgresql.conf

"$programs/postgres" -D data >log 2>&1 &
server=$!
until "$programs/pg_isready" --quiet --host=127.0.0.1 --port="$port"; do
  if ! kill -0 "$server" 2>/dev/null; then
    cat log
    exit 1
  fi
  sleep 0.1
done
echo ready

cat >/dev/null
kill -QUIT "$server"
wait "$server" || true
