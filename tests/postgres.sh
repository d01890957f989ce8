#!/usr/bin/env bash
# Runs the ledger's tests against a PostgreSQL server of their own: installs Debian's postgresql-15 where it is missing and may be, starts a server in a temporary folder, stops it again.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=/usr/lib/postgresql/15/bin
# Exit code 75: there is no server and none can be installed here.
missing() { echo "$1"; exit 75; }
if [ ! -x $bin/initdb ]; then
  command -v apt-get >/dev/null || missing "PostgreSQL 15 is not installed, and there is no apt-get"
  [ "$(id -u)" = 0 ] || missing "PostgreSQL 15 is not installed, and only root may install it: apt-get install postgresql-15"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -qq -y postgresql-15; } >/dev/null 2>&1 || missing "PostgreSQL 15 is not installed and could not be: apt-get install postgresql-15"
fi
folder=$(mktemp -d); port=${PGPORT:-54329}
as() { if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder"; setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }
stop() { as $bin/pg_ctl -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
chmod 755 "$folder"
as $bin/initdb -D "$folder/data" -A trust -U servanda --encoding=UTF8 --locale=C.UTF-8 >/dev/null
as $bin/pg_ctl -D "$folder/data" -w -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c max_connections=60" -l "$folder/log" start >/dev/null
export SERVANDA_POSTGRES="postgres://servanda@127.0.0.1:$port/postgres"
if [ "${1:-}" = --built ]; then shift; else [ $# -gt 0 ] && { "$@"; exit; }; dotnet build tests/Servanda.Tests -c Release -v q -nologo; fi
dotnet tests/Servanda.Tests/bin/Release/net10.0/Servanda.Tests.dll --filter-class Servanda.Tests.LedgerTests --filter-class Servanda.Tests.LedgerProperties --filter-class Servanda.Tests.RereadingTests --filter-class Servanda.Tests.LedgerCheckTests --filter-class Servanda.Tests.RulingTests --filter-class Servanda.Tests.RecordTests --filter-class Servanda.Tests.LadderTests --filter-class Servanda.Tests.CoverageTests --filter-class Servanda.Tests.WorkQueueTests --filter-class Servanda.Tests.PostgresTests --filter-class Servanda.Tests.MigrationTests --filter-class Servanda.Tests.CourseRowsTests --filter-class Servanda.Tests.BlockGrowthTests --filter-class Servanda.Tests.LedgerFailureTests --filter-class Servanda.Tests.SharedReadingTests --filter-class Servanda.Tests.WebHostileTests
