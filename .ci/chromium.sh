#!/usr/bin/env bash
# Install the browser that tests look at pages with. Only tests use it.
set -euo pipefail
if ! command -v apt-get > /dev/null || [ "$(id -u)" != 0 ]; then
    echo "no apt-get, or not root"
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
# a mirror that is down costs a minute, not the run
timeout 60 apt-get -qq update
timeout 120 apt-get -qq install -y --no-install-recommends chromium > /dev/null
