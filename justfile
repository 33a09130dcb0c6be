# Daily work, one line each; CI calls ./test as well.

# format, build, every test, the catalogue
check: fmt-check
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

bench *args:
    dotnet run -c Release --project bench/EkDwar.Bench.csproj -- {{args}}
