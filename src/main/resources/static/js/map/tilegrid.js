import * as L from 'leaflet'
import { openTile } from '../model/mvt.js'

export const TILE_PIXELS = 256

const Grid = L.GridLayer.extend({
  createTile(coords, done) {
    return this.options.make(coords, done)
  },
})

/**
 * Vector tiles that are in sight: loads them, keeps what they hold, asks for them again. What is done with them is another's.
 *
 * @param {L.Map} map
 * @param {{pane: string, load: Function, slices: ReturnType<import('../model/slices.js').createSlices>,
 *   read: (tile: object) => Generator, onGone?: (tile: object) => void, onFailed: (error: Error) => void,
 *   onChanged?: () => void}} options load: see api/tiles.js; read: works through a tile whose `content` is there; onChanged:
 *   a tile was read or has gone
 */
export function createTileGrid(map, { pane, load, slices, read, onGone = () => {}, onFailed, onChanged = () => {} }) {
  /** Tiles in sight by their address. */
  const tiles = new Map()
  let grid = null
  let source = null

  const keyOf = ({ z, x, y }) => `${z}/${x}/${y}`

  function make(coords, done) {
    const element = L.DomUtil.create('div', 'vector-tile')
    element.dataset.tile = keyOf(coords)
    const tile = { coords, element, etag: null, content: null, stop: () => {}, asked: new AbortController(), pixels: grid.getTileSize().x }
    tiles.set(keyOf(coords), tile)
    // Asking takes its time, too, and Leaflet wants a row of tiles at once.
    setTimeout(() => fetchInto(tile, () => done(null, element)))
    return element
  }

  async function fetchInto(tile, ready) {
    if (tile.asked.signal.aborted) return
    try {
      const { bytes, etag } = await load(source, tile.coords, { signal: tile.asked.signal })
      if (tile.asked.signal.aborted || (tile.etag && tile.etag === etag)) return
      tile.etag = etag
      tile.content = openTile(bytes)
      readAgain(tile, ready)
    } catch (error) {
      if (error.name === 'AbortError') return
      onFailed(error)
      if (error.name !== 'ApiProblem') throw error
    }
  }

  function readAgain(tile, ready = () => {}) {
    tile.stop()
    tile.stop = slices.add(
      (function* () {
        yield* read(tile)
        ready()
        onChanged()
        // The browser makes a picture of each canvas with its next frame: one canvas for each frame.
        if (tile.element.firstChild) yield 'frame'
      })(),
    )
  }

  function forget({ coords }) {
    const tile = tiles.get(keyOf(coords))
    if (!tile) return
    tiles.delete(keyOf(coords))
    tile.asked.abort()
    tile.stop()
    onGone(tile)
    onChanged()
  }

  return {
    /** All that are drawn: while a zoom is on its way, those of the last one too. */
    tiles: () => tiles.values(),
    /** Those of the present zoom alone, so that nothing is counted twice. @returns {object[]} */
    current: () => [...tiles.values()].filter(({ coords }) => coords.z === grid?._tileZoom),
    isOn: () => grid !== null,
    /**
     * Shows the tiles of a source; the same source keeps those that are there.
     * @param {object} next see model/tiles.js @param {L.LatLngBounds} bounds nothing beyond is asked for
     * @returns {boolean} they are the same as before
     */
    show(next, bounds) {
      const same = grid && JSON.stringify(next) === JSON.stringify(source) && grid.options.bounds.equals(bounds)
      if (same) return true
      this.hide()
      source = next
      grid = new Grid({
        pane,
        make,
        bounds,
        tileSize: TILE_PIXELS,
        minNativeZoom: next.leastZoom,
        maxNativeZoom: 18,
        keepBuffer: 0,
        updateWhenIdle: false,
        updateWhenZooming: false,
      })
      grid.on('tileunload', forget)
      grid.addTo(map)
      return false
    },
    hide() {
      grid?.remove()
      grid = null
      tiles.clear()
    },
    /** Works through what is there once more, as when colours change. */
    readAgain: () => tiles.forEach((tile) => tile.content && readAgain(tile)),
    /** Asks for all tiles in sight again; only those that changed are read. */
    renew: () => tiles.forEach((tile) => tile.content && fetchInto(tile, () => {})),
  }
}
