import * as L from 'leaflet'
import { clusterPoints } from '../model/clusters.js'
import { TILE_PIXELS, createTileGrid } from './tilegrid.js'

/** Side of the squares whose numbers become one, pixels: each symbol costs an old computer something at every move. */
const CELL_PIXELS = 128
/** Symbols made in one step. */
const AT_ONCE = 10

/**
 * Numbers of incidents from vector tiles, whose cells lie too close for symbols: the near ones are shown as one.
 * @param {ReturnType<import('./mapview.js').createMapView>} view
 * @param {{load: Function, slices: object, onFailed: (error: Error) => void, clusterText: (count: number) => string,
 *   label: (marker: L.Marker, text: string, attributes: object) => void}} options
 */
export function createClusterLayer({ map }, { load, slices, onFailed, clusterText, label }) {
  const group = L.layerGroup().addTo(map)
  /** By place and number, so that a small move makes only what comes into sight. */
  const shown = new Map()
  let stop = () => {}
  let planned = null

  const grid = createTileGrid(map, { pane: 'tiles', load, slices, onFailed, read, onChanged: plan })

  function* read(tile) {
    const cells = []
    for (let index = 0; index < tile.content.count; index++) {
      const { attributes, parts } = tile.content.feature(index)
      yield
      const { extent } = tile.content
      if (attributes.count)
        cells.push({
          x: (tile.coords.x + parts[0][0] / extent) * TILE_PIXELS,
          y: (tile.coords.y + parts[0][1] / extent) * TILE_PIXELS,
          count: attributes.count,
        })
    }
    tile.cells = cells
  }

  function plan() {
    clearTimeout(planned)
    planned = setTimeout(() => {
      stop()
      if (grid.isOn()) stop = slices.add(draw())
    }, 60)
  }

  function* draw() {
    const zoom = map.getZoom()
    const points = grid.current().flatMap(({ cells, coords }) =>
      (cells ?? []).map(({ x, y, count }) => {
        const scale = 2 ** (zoom - coords.z)
        return { x: x * scale, y: y * scale, item: count }
      }),
    )
    yield
    const wanted = new Map()
    for (const { x, y, items } of clusterPoints(points, CELL_PIXELS)) {
      const count = items.reduce((sum, each) => sum + each, 0)
      wanted.set(`${zoom}|${Math.round(x)}|${Math.round(y)}|${count}`, { x, y, count })
    }
    yield
    for (const [key, marker] of shown) {
      if (wanted.has(key)) continue
      group.removeLayer(marker)
      shown.delete(key)
    }
    yield
    let made = 0
    for (const [key, cluster] of wanted) {
      if (shown.has(key)) continue
      shown.set(key, bundle(cluster, zoom))
      if (++made % AT_ONCE === 0) yield
    }
  }

  function bundle({ x, y, count }, zoom) {
    const size = count < 10 ? 32 : count < 50 ? 38 : 44
    const icon = L.divIcon({ className: 'cluster cluster-incident', html: `<span>${Number(count)}</span>`, iconSize: [size, size] })
    const position = map.unproject([x, y], zoom)
    const marker = L.marker(position, { pane: 'points', keyboard: false, icon })
    marker.on('click', () => map.setView(position, map.getZoom() + 2))
    marker.on('add', () => label(marker, clusterText(count), { 'data-cluster': count }))
    group.addLayer(marker)
    return marker
  }

  function clear() {
    stop()
    clearTimeout(planned)
    group.clearLayers()
    shown.clear()
  }

  return {
    /** @param {object} source see model/tiles.js @param {number[]} bbox west, south, east, north */
    show(source, [west, south, east, north]) {
      if (grid.show(source, L.latLngBounds([south, west], [north, east]))) grid.renew()
      else clear()
    },
    hide() {
      grid.hide()
      clear()
    },
  }
}
