# What ./run and ./test need on this machine. Sourced, never run by itself.
# Each part is looked for by what it gives, so one installed another way than by apt-get counts too.

has_library() { grep -q "$1" <<<"$("$(command -v ldconfig || echo /sbin/ldconfig)" -p 2>/dev/null)"; }
has_command() { command -v "$1" >/dev/null 2>&1; }

# The folder of PostgreSQL's server programs, the newest first; Debian keeps them off the PATH.
postgres_bin() {
  local initdb
  initdb=$(command -v initdb || ls -1 /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
  [ -n "$initdb" ] && dirname "$(readlink -f "$initdb")"
}

has_part() {
  case $1 in
    libpango-1.0-0) has_library 'libpango-1\.0\.so\.0' ;;
    libpangocairo-1.0-0) has_library 'libpangocairo-1\.0\.so\.0' ;;
    libcairo2) has_library 'libcairo\.so\.2' ;;
    postgresql) [ -n "$(postgres_bin)" ] ;;
    nodejs) has_command node ;;
    npm) has_command npm ;;
    chromium-headless-shell) has_command chromium-headless-shell ;;
    chromium) has_command chromium || has_command chromium-browser || has_command google-chrome ;;
    fonts-noto-core) [ -n "$(find -L /usr/share/fonts /usr/local/share/fonts -name 'NotoSansDevanagari*' -print -quit 2>/dev/null)" ] ;;
    poppler-utils) has_command pdftotext && has_command pdfsig && has_command pdftoppm ;;
    qpdf) has_command qpdf ;;
    bubblewrap) has_command bwrap ;;
    clamav-daemon) has_command clamd || [ -x /usr/sbin/clamd ] ;;
    zbar-tools) has_command zbarimg ;;
    python3-aiosmtpd) [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null ;;
  esac
}

need_sdk() {
  has_command dotnet && grep -q "^10\\." <<<"$(dotnet --list-sdks 2>/dev/null)" && return
  echo "EkDwar needs the .NET 10 SDK: install it (https://dotnet.microsoft.com/download/dotnet/10.0) and put dotnet on the PATH." >&2
  exit 1
}

# need_parts PACKAGE…: installs with apt-get what is missing, where that is permitted; else one sentence that names it.
need_parts() {
  local part missing=() apt=(env DEBIAN_FRONTEND=noninteractive apt-get) log
  for part; do has_part "$part" || missing+=("$part"); done
  [ ${#missing[@]} -eq 0 ] && return
  if has_command apt-get; then
    if [ "$(id -u)" -ne 0 ]; then
      if sudo -n true 2>/dev/null; then apt=(sudo -n "${apt[@]}"); else apt=(); fi
    fi
    if [ ${#apt[@]} -gt 0 ]; then
      echo "Installing ${missing[*]} …" >&2
      log=$(mktemp)
      if "${apt[@]}" update -qq >"$log" 2>&1 && "${apt[@]}" install -y -qq --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
        rm -f "$log"
        return
      fi
      tail -n 5 "$log" >&2
      rm -f "$log"
    fi
  fi
  echo "EkDwar needs these parts, and could not install them itself: run 'apt-get install ${missing[*]}' as root." >&2
  exit 1
}

# want_parts PACKAGE…: the same for what only makes things quicker; where it cannot be had, one goes on without.
want_parts() { (need_parts "$@") >/dev/null 2>&1 || true; }

# A build that is quiet unless it fails.
quiet_build() {
  local log
  log=$(mktemp)
  if ! dotnet build -c Release -nologo -v quiet -clp:NoSummary -nodeReuse:false "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# ahead_of_time FOLDER [built]: the program as it is delivered, compiled ahead of time, so that its start does not wait for
# the compiler. With "built" it is made of what quiet_build has left, and not compiled from its sources once more.
ahead_of_time() {
  local log machine=x64 how
  [ "$(uname -m)" = aarch64 ] && machine=arm64
  log=$(mktemp)
  # Its lock file is its own, because it is made for one kind of machine; what the analyzers say was said by the build.
  how=(src/EkDwar -nologo -v quiet -nodeReuse:false -r "linux-$machine" -p:SelfContained=false -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/ready-to-run.lock.json -p:RestoreLockedMode=false)
  if ! if [ "${2:-}" = built ]; then
    dotnet restore "${how[@]}" && dotnet publish "${how[@]}" -c Release --no-build -p:AppendRuntimeIdentifierToOutputPath=false -o "$1"
  else
    dotnet publish "${how[@]}" -c Release -p:RunAnalyzers=false -p:GenerateDocumentationFile=false -o "$1"
  fi >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}
