import * as L from 'leaflet'

/** Bottom to top. Names stand over the fills and let every click through. */
const PANES = { base: 200, under: 380, tiles: 395, areas: 400, over: 420, roads: 440, names: 560, points: 600, mark: 640 }

/**
 * Leaflet moves each tile and each symbol in three dimensions, which gives every one a layer of its own in the browser; all are
 * handed over whenever the map has moved. In two, as for Internet Explorer, they share the layer of what is dragged (map.css).
 */
L.Browser.ie3d = true

/**
 * Leaflet's style sheet gives every symbol another cursor while the map is dragged, for which the browser works out the style of
 * all of them when a drag begins and when it ends. The cursor is that of the sheet over the page (map.css).
 */
function dropCursorsOfDragging() {
  // The rules of others, such as of an extension of the browser, may not even be read.
  for (const sheet of [...document.styleSheets].filter(({ href }) => href?.includes('/leaflet'))) {
    const rules = [...sheet.cssRules]
    const index = rules.findIndex((rule) => rule.selectorText?.includes('.leaflet-dragging .leaflet-interactive') || rule.selectorText?.includes('.leaflet-dragging .leaflet-grab'))
    if (index >= 0) sheet.deleteRule(index)
  }
}

/** Viet Nam with its archipelagos; nobody needs to pan farther. */
const HOME = [7, 101.5, 24, 118]

/**
 * The map itself: panes, zoom, scale. Longitude comes first in every signature; Leaflet's order is turned here.
 * @param {HTMLElement} element
 * @param {{t: (key: string) => string, still: boolean}} options still = no animations
 */
export function createMapView(element, { t, still }) {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 4,
    maxZoom: 19,
    zoomSnap: 0.25,
    zoomDelta: 1,
    maxBounds: [
      [HOME[0] - 8, HOME[1] - 12],
      [HOME[2] + 8, HOME[3] + 10],
    ],
    maxBoundsViscosity: 0.6,
    zoomAnimation: !still,
    fadeAnimation: false,
    markerZoomAnimation: !still,
    inertia: !still,
  })
  dropCursorsOfDragging()
  element.addEventListener('pointerdown', ({ pointerType }) => document.body.classList.toggle('by-mouse', pointerType === 'mouse'), true)
  for (const [name, zIndex] of Object.entries(PANES)) {
    const pane = map.createPane(name)
    pane.style.zIndex = String(zIndex)
    if (['base', 'under', 'tiles', 'over', 'names'].includes(name)) pane.style.pointerEvents = 'none'
  }
  L.control.zoom({ position: 'topright', zoomInTitle: t('map.zoomIn'), zoomOutTitle: t('map.zoomOut') }).addTo(map)
  map.fitBounds([
    [HOME[0], HOME[1]],
    [HOME[2], HOME[3]],
  ])

  const padding = { right: 0, bottom: 0 }
  const options = () => ({
    animate: !still,
    // Beside the legend, where there is room for both.
    paddingTopLeft: [map.getSize().x - padding.right > 800 ? 160 : 20, 24],
    paddingBottomRight: [20 + padding.right, 24 + padding.bottom],
  })

  return {
    map,
    /** Room that a panel takes on the right or at the bottom, in pixels. */
    setPadding(right, bottom) {
      padding.right = right
      padding.bottom = bottom
    },
    /** @param {number[]} bbox west, south, east, north @param {number} [maxZoom] */
    fit([west, south, east, north], maxZoom = 17) {
      map.fitBounds(toBounds([west, south, east, north]), { ...options(), maxZoom })
    },
    /** Moves only when the box is not yet in sight. @param {number[]} bbox */
    reveal(bbox, maxZoom = 16) {
      const bounds = toBounds(bbox)
      const size = map.getSize()
      const free = L.bounds([20, 20], [size.x - padding.right - 20, size.y - padding.bottom - 20])
      const box = L.bounds(
        map.latLngToContainerPoint(bounds.getNorthWest()),
        map.latLngToContainerPoint(bounds.getSouthEast()),
      )
      const tiny = box.getSize().x < 40 && box.getSize().y < 40
      if (!free.contains(box) || tiny) map.fitBounds(bounds, { ...options(), maxZoom })
    },
    setView({ longitude, latitude, zoom }) {
      map.setView([latitude, longitude], zoom, { animate: false })
    },
    /** Centres a point in the free part of the map. */
    centre(longitude, latitude, zoom = map.getZoom()) {
      const target = map.project([latitude, longitude], zoom).add([padding.right / 2, padding.bottom / 2])
      map.setView(map.unproject(target, zoom), zoom, { animate: !still })
    },
    /** Moves just so far that a point is not under the panel. */
    keepInSight(longitude, latitude) {
      map.panInside([latitude, longitude], {
        paddingTopLeft: [60, 60],
        paddingBottomRight: [60 + padding.right, 60 + padding.bottom],
        animate: !still,
      })
    },
    /** @returns {[number, number]} longitude, latitude of the middle of what no panel covers */
    freeCentre() {
      const size = map.getSize()
      const { lng, lat } = map.containerPointToLatLng([(size.x - padding.right) / 2, (size.y - padding.bottom) / 2])
      return [lng, lat]
    },
    getView() {
      const { lng, lat } = map.getCenter()
      return { longitude: lng, latitude: lat, zoom: map.getZoom() }
    },
    /** @returns {number[]} west, south, east, north */
    getBbox() {
      const bounds = map.getBounds()
      return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    },
    onMoved: (listener) => map.on('moveend', listener),
    /** @param {(longitude: number, latitude: number) => void} listener */
    onClick: (listener) => map.on('click', (event) => listener(event.latlng.lng, event.latlng.lat)),
    resized: () => map.invalidateSize({ animate: false, pan: false }),
  }
}

/** @param {number[]} bbox west, south, east, north */
export function toBounds([west, south, east, north]) {
  return L.latLngBounds([south, west], [north, east])
}
