#!/bin/sh
# Draws the PNG icons of the installed page from icons/antt-map.svg with headless Chromium. Run from the project's root.
set -eu
icons=src/main/resources/static/icons
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# draw NAME PIXELS SHARE BACKGROUND: the drawing takes SHARE per cent of the width.
draw() {
    cat > "$work/page.html" <<EOF
<!DOCTYPE html><style>html,body{margin:0;width:$2px;height:$2px;background:$4;display:grid;place-items:center;overflow:hidden}
img{width:$3%}</style><img src="file://$PWD/$icons/antt-map.svg">
EOF
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files \
        --default-background-color=00000000 --force-device-scale-factor=1 --window-size="$2,$2" \
        --user-data-dir="$work/profile" --screenshot="$PWD/$icons/$1" "file://$work/page.html" > /dev/null 2>&1
}

draw antt-map-192.png 192 100 transparent
draw antt-map-512.png 512 100 transparent
# Phones cut circles and squares out of a maskable icon: what matters stays in the middle 80 per cent.
draw antt-map-maskable.png 512 72 '#eef2f5'
