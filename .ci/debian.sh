#!/usr/bin/env bash
# Install the Debian packages that tests look at our output with: a browser for pages, a validator
# for XML. Only tests use them.
set -euo pipefail
if command -v chromium > /dev/null && command -v xmllint > /dev/null; then
    exit 0
fi
if ! command -v apt-get > /dev/null || [ "$(id -u)" != 0 ]; then
    echo "no apt-get, or not root"
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
# a mirror that is down costs a minute, not the run
timeout 60 apt-get -qq update
timeout 120 apt-get -qq install -y --no-install-recommends chromium libxml2-utils > /dev/null
