# Read by mvnw: chooses a JDK of at least 25 (plugins run in Maven's own JVM, so a toolchain would not do) and a Node
# of at least 24 for the frontend. Machines that already have both are left as they are.

regulars_java=25
regulars_node=24

# major version of the JDK in a folder; nothing where there is no complete JDK
regulars_jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# in a shell of its own, since mvnw switches the expansion of * off
regulars_find_jdk() (
  set +f
  javac=$(command -v javac 2>/dev/null) && javac=$(readlink -f "$javac" 2>/dev/null) || javac=
  for jdk in "${JAVA_HOME-}" "${javac%/bin/javac}" \
    /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    version=$(regulars_jdk_version "$jdk")
    if [ "${version:-0}" -ge "$regulars_java" ]; then
      echo "$jdk"
      return 0
    fi
  done
  echo "Regulars needs a JDK $regulars_java or newer and found none: install one (for example Eclipse Temurin $regulars_java) or point JAVA_HOME to it." >&2
  return 1
)

# without npm nothing is done here: Vaadin's plugin then downloads a Node of its own
regulars_choose_node() {
  regulars_version=$(node --version 2>/dev/null) || regulars_version=v0
  regulars_version=${regulars_version#v}
  [ "${regulars_version%%.*}" -lt "$regulars_node" ] || return 0
  regulars_home=${MAVEN_USER_HOME:-$HOME/.m2}/node-$regulars_node
  if [ ! -x "$regulars_home/bin/node" ]; then
    command -v npm >/dev/null 2>&1 || return 0
    echo "Fetching Node $regulars_node for the frontend, once, into $regulars_home" >&2
    # made beside its place and moved there, so that two builds at once do not disturb each other
    regulars_new=$regulars_home.$$
    mkdir -p "$regulars_new"
    if ! (cd "$regulars_new" && npm install --global --prefix "$regulars_new" --no-fund --no-audit --loglevel=error \
      --fetch-retries=1 --fetch-retry-mintimeout=2000 \
      "node@$regulars_node" npm@11 >install.log 2>&1 && "$regulars_new/bin/node" --version >/dev/null 2>&1); then
      echo "Node $regulars_node could not be fetched with npm ($(sed -n 's/^npm error code //p' "$regulars_new/install.log")); Vaadin will try to download it itself." >&2
      rm -rf "$regulars_new"
      return 0
    fi
    [ -e "$regulars_home" ] || mv "$regulars_new" "$regulars_home" 2>/dev/null || :
    rm -rf "$regulars_new"
  fi
  export PATH="$regulars_home/bin:$PATH"
}

JAVA_HOME=$(regulars_find_jdk)
export JAVA_HOME
regulars_choose_node
