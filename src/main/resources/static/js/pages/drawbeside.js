import { loadSurroundings } from '../api/drawings.js'
import { linesOf, snap, trace } from '../model/snapping.js'
import { debounce } from '../ui/dom.js'

/** From here on borders can be told apart by eye. */
const NEAREST_ZOOM = 13

/** A finger covers more of the map than a mouse pointer. */
const REACH_PIXELS = window.matchMedia('(pointer: coarse)').matches ? 24 : 12

/**
 * The borders and roads that a drawing can be put on: loaded for what is in view, with every vertex as stored.
 * @param {object} view
 * @param {{day: () => string|null, isOwn: (kind: 'area'|'road', entry: object) => boolean,
 *   onLines: (lines: object[]) => void, onFailed: () => void}} options day: null while nothing is drawn; isOwn: what is
 *   redrawn is no neighbour of itself
 */
export function createBeside(view, { day, isOwn, onLines, onFailed }) {
  let lines = []
  let loading = null
  let toPixel = null

  view.map.on('zoomend', () => (toPixel = null))

  function pixelsAt(zoom) {
    return ([longitude, latitude]) => view.map.project([latitude, longitude], zoom)
  }

  return {
    load: debounce(async () => {
      loading?.abort()
      if (!day() || view.map.getZoom() < NEAREST_ZOOM) return
      loading = new AbortController()
      try {
        const { areas, roads } = await loadSurroundings(day(), padded(view.getBbox()), { signal: loading.signal })
        if (!day()) return
        lines = [
          ...areas.filter((area) => !isOwn('area', area)).flatMap((area) => linesOf(area.geometry, area.fullName)),
          ...roads.filter((road) => !isOwn('road', road)).flatMap((road) => linesOf(road.geometry, road.name)),
        ]
        onLines(lines)
      } catch (error) {
        if (error.name !== 'AbortError' && day()) onFailed()
      }
    }, 250),
    /** @param {[number, number]} place @returns {import('../model/snapping.js').Snap|null} */
    snap(place) {
      toPixel ??= pixelsAt(view.map.getZoom())
      return snap(place, lines, toPixel, REACH_PIXELS)
    },
    /** Vertices of one border between two places on it. */
    trace: (from, to) => trace(from, to, lines),
    clear() {
      loading?.abort()
      lines = []
    },
  }
}

/** A little more than is in view, so that a small move needs nothing new. @param {number[]} bbox */
export function padded([west, south, east, north]) {
  const [x, y] = [(east - west) * 0.2, (north - south) * 0.2]
  return [west - x, south - y, east + x, north + y]
}
