#!/usr/bin/env bash
# Makes both builds of the command, ready-to-run and native, asks both the same by every door, and says where their answers differ. The tests hold the first to what is right, this the second to the first.
# With SERVANDA_POSTGRES (tests/postgres.sh tests/native.sh) their ledgers are PostgreSQL databases. Exit code 75: no native build can be made here.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
root=$PWD
export LANG=vi_VN.UTF-8
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
./servanda build || exit 1
cp -r .build/current/ "$folder/ready"
./servanda build --native || exit 75
cp -r .build/current/ "$folder/native"

# ask APP FOLDER: every verb over the sample pages and the corpus, what each said and its exit code in files of FOLDER.
ask() {
    local app=$1/servanda number=0 ledger=ledger.db copy=copy.db
    mkdir "$2" && cd "$2" && ln -s "$root/samples" "$root/tests/corpus" "$root/data" . || exit 2
    if [ -n "${SERVANDA_POSTGRES:-}" ]; then
        ledger=${SERVANDA_POSTGRES%/*}/asked_${2##*-} copy=
        psql -q "$SERVANDA_POSTGRES" -c "CREATE DATABASE asked_${2##*-}" >&2 || exit 2
    fi
    # say VERB…: its answer without what changes from moment to moment: seconds, and the moment of the call.
    say() {
        number=$((number + 1))
        { echo "servanda $*"; "$app" "$@"; echo "exit code $?"; } </dev/null 2>&1 | steady >"$(printf '%03d' $number)"
    }
    told() { say "$@" --ledger "$ledger"; }
    steady() { sed -E "s/[0-9]+([.,][0-9]+)? (s|giây)\b/… s/g; s/$(date -u +%Y-%m)-[0-9]{2}T[0-9:.]+Z?/…/g; s#postgres://[^ ]*#ledger#g; s#asked-(ready|native)#here#g; s/name=\"form\" value=\"[0-9a-f]+\"/…/g"; }

    told read samples --jobs 2
    told read samples --share
    told read corpus --jobs 2 --format json
    told rejects
    say code samples --jobs 2
    say code corpus --out coded
    say review samples/13-nga-roi-bau-troi-mo-sai-ngay.txt
    say evaluate corpus/gold corpus/pages
    for basis in all register reports; do told status open-skies --on 2020-11-11 --why --basis $basis; done
    told status --format json --on 2021-11-01
    told status new-start --known-at 2023-03-01 --lang en
    told timeline open-skies
    told timeline --actors RUS,USA --ladder --format json
    told findings --format json
    told explain open-skies/USA/2020-11-11
    told explain open-skies/USA/2020-11-22 --format json
    for style in bibtex csl footnote; do told explain open-skies/USA/2020-11-22 --cite $style; done
    told whatif open-skies --party USA --act withdraw --on 2020-11-11 --lang en
    told whatif open-skies --party USA --on 2020-11-11 --format ics
    told due --within 400d --on 2020-11-01 --why
    say agreements
    say agreements --validate data
    say agreements open-skies --format json
    for format in jsonl csv plover gdelt gdelt-mentions icews ics atom jsonld markdown; do told export --format $format --on 2021-06-20; done
    told export --format dossier --agreement open-skies --on 2020-11-11
    told coverage --on 2021-11-01
    told search Bầu trời Mở
    told changes --since 2020-01-01 --on 2026-01-01
    event=$("$app" timeline open-skies --format json --ledger "$ledger" | grep -oE '"id":"[0-9a-f]+"' | head -n 1 | cut -d'"' -f4)
    told rule "$event" --reject --by Lan --because 'in hai lần'
    told timeline open-skies --format json
    told verify
    if [ -n "$copy" ]; then
        told backup "$copy"
        say verify --ledger "$copy"
        say restore "$copy" --ledger restored.db
        say timeline --ledger restored.db --format json
    fi
    say check nowhere.yaml
    say help
    say status --help
    say --version
    visit
    rm -f ./*.db ./*.db-* samples corpus data
}

# Every page and the API, as they are sent.
visit() {
    local server site port
    "$app" serve --urls http://127.0.0.1:0 --ledger "$ledger" >serve 2>&1 &
    server=$!
    for ((i = 0; i < 300; i++)); do
        site=$(grep -oE 'http://127[^ ]*[0-9]' serve) && break
        sleep 0.1
    done
    port=${site##*:}
    for path in / /agreements /agreements/open-skies?on=2020-11-11 /findings /actors?actors=RUS,USA /coverage /rulings /stories /enter /api /search?words=NATO \
        "/whatif?agreement=open-skies&party=USA&on=2020-11-11" "/events/$event" /review /nowhere /style.css /pages.js /api/openapi.json \
        "/api/v1/status?agreement=open-skies&on=2020-11-11" /api/v1/timeline?agreement=inf /api/v1/findings "/api/v1/explain?id=$event" "/api/v1/search?words=NATO" "/api/v1/export?format=csv"; do
        { echo "$path"; get "$port" GET "$path"; } | steady
    done >pages
    { get "$port" POST /api/v1/review "$(cat samples/13-*.txt)"; get "$port" POST /api/v1/stories "$(cat samples/01-*.txt)"; } | steady >>pages
    kill "$server"
    wait "$server"
    echo "exit code $?" >>pages
    sed -i "s/127\.0\.0\.1:$port/here/g" serve pages
}

get() {
    exec 8<>"/dev/tcp/127.0.0.1/$1" || return
    printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s' "$2" "$3" "$1" "$(printf %s "${4:-}" | wc -c)" "${4:-}" >&8
    grep -avE '^(Date|ETag|Last-Modified|Set-Cookie):' <&8
    exec 8<&- 8>&-
}

for build in ready native; do (ask "$folder/$build" "$folder/asked-$build") || exit 1; done
[ -n "${KEEP:-}" ] && cp -r "$folder"/asked-* "$KEEP"
[ -z "$(grep -LE '^exit code' "$folder"/asked-native/[0-9]*)" ] || exit 1
diff -r "$folder/asked-ready" "$folder/asked-native" && echo "the same: $(find "$folder/asked-native" -name '[0-9][0-9][0-9]' | wc -l) calls, $(grep -c '^HTTP' "$folder/asked-native/pages") visits, $(find "$folder/asked-native/coded" -type f | wc -l) pages coded"
