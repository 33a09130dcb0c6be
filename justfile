# Daily work, one line each; CI calls ./test as well.

# format, the catalogue, build, every test
check: fmt-check check-services
    ./test

fmt-check:
    dotnet format EkDwar.slnx --verify-no-changes

fmt:
    dotnet format EkDwar.slnx

# every service file, or those named: file:line:column of each fault and how to mend it
check-services *args:
    ./run check-services {{args}}

run *args:
    ./run {{args}}

test *args:
    ./test {{args}}

test-sqlite *args:
    ./test sqlite {{args}}

test-postgres *args:
    ./test postgres {{args}}

styles:
    cd src/EkDwar/Design/Styles && npm ci --no-audit --no-fund && node build.mjs

# the figures of docs/benchmarks.md, on a PostgreSQL of their own
bench *args:
    bench/run {{args}}
