# Makes a PostgreSQL primary and a streaming replica of it, says "ready", kills the primary with all its processes when told
# "kill", the replica when told "kill-replica" ("start-replica" starts it again), and ends and removes both when the standard input ends, as with the JVM of the tests that holds it.
#
# Arguments: folder of PostgreSQL's programs, an empty folder of the calling user, port of the primary, port of the replica.
# CLUSTER_PASSWORD: the password of the user postgres to be.
set -eu
programs=$1 folder=$2 primary=$3 replica=$4

trap 'cd / && rm -rf "$folder"' EXIT
cd "$folder"
export PGPASSWORD="$CLUSTER_PASSWORD"

await() {
  until "$programs/pg_isready" --quiet --host=127.0.0.1 --port="$1"; do
    if ! kill -0 "$2" 2>/dev/null; then
      cat log-*
      exit 1
    fi
    sleep 0.1
  done
}

printf '%s\n' "$CLUSTER_PASSWORD" >password
"$programs/initdb" --pgdata=primary --username=postgres --pwfile=password --auth=scram-sha-256 \
  --encoding=UTF8 --locale=C.UTF-8 --no-sync >log-initdb 2>&1 || { cat log-initdb; exit 1; }
cat >>primary/postgresql.conf <<SETTINGS
listen_addresses = '127.0.0.1'
port = $primary
unix_socket_directories = ''
max_connections = 100
SETTINGS
"$programs/postgres" -D primary >log-primary 2>&1 &
one=$!
await "$primary" "$one"

"$programs/pg_basebackup" --host=127.0.0.1 --port="$primary" --username=postgres --pgdata=replica \
  --write-recovery-conf --wal-method=stream --checkpoint=fast --no-sync >log-basebackup 2>&1 || { cat log-basebackup; exit 1; }
printf "port = %s\ncluster_name = 'replica'\n" "$replica" >>replica/postgresql.conf
"$programs/postgres" -D replica >log-replica 2>&1 &
two=$!
await "$replica" "$two"
echo ready

while read -r told; do
  # All at once, as when the machine goes: no process of it finishes anything. One that has ended by itself is no fault.
  case $told in
    kill)
      kill -9 "$one" $(ps -o pid= --ppid "$one") || true
      echo killed ;;
    kill-replica)
      kill -9 "$two" $(ps -o pid= --ppid "$two") || true
      wait "$two" || true
      echo killed ;;
    start-replica)
      "$programs/postgres" -D replica >>log-replica 2>&1 &
      two=$!
      await "$replica" "$two"
      echo started ;;
  esac
done
kill -9 "$one" 2>/dev/null || true
kill -QUIT "$two" || true
wait "$two" || true
