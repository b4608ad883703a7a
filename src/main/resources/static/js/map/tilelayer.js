import * as L from 'leaflet'
import { boxOf, holds } from '../model/mvt.js'
import { rowOfTile } from '../model/tiles.js'
import { canvasPaintOf } from './patterns.js'
import { createPicture } from './pictures.js'
import { TILE_PIXELS, createTileGrid } from './tilegrid.js'

const LINE = { colour: '#5d6b7a', width: 1 }
const SELECTED = { colour: '#0b1f33', width: 3.2, alpha: 1 }
const HOVERED = { colour: '#0b1f33', width: 2.2, alpha: 0.75 }
/** Names only of what is about as wide as a short one. */
const LEAST_NAME_PIXELS = 36
/** So that neighbours overlap by a pixel: at zooms between two whole ones there would be hairs between them. */
const OVERLAP = 1

/**
 * Coloured areas from vector tiles, drawn on canvases: for zooms where shapes would be too many. A canvas tells a screen
 * reader nothing, so whatever it shows is in the table as well.
 *
 * @param {ReturnType<import('./mapview.js').createMapView>} view
 * @param {{load: Function, slices: object, onHover: (id: string|null) => void, onFailed: (error: Error) => void,
 *   onNames: () => void}} options onNames: other areas are in sight
 */
export function createTileLayer({ map }, { load, slices, onHover, onFailed, onNames }) {
  const hovers = window.matchMedia('(hover: hover)').matches
  const tip = L.tooltip({ direction: 'top', className: 'area-tip', opacity: 1, sticky: true })
  /** How rows are painted and spoken of: fillOf, textOf, shows, rowOf. */
  let paint = null
  let selectedId = null
  let hoveredId = null
  let pointer = null
  /** What the tip says. */
  let told = null

  const grid = createTileGrid(map, {
    pane: 'tiles',
    load,
    slices,
    onFailed,
    read: draw,
    onChanged: () => grid.isOn() && onNames(),
  })

  /** Pixels of the canvas for one of CSS: between whole zooms a tile is drawn up to 1.4 times larger. */
  const sharpness = () => Math.max(1.25, Math.min(2, window.devicePixelRatio || 1))

  function* draw(tile) {
    const areas = []
    for (let index = 0; index < tile.content.count; index++) {
      const { attributes, parts, type } = tile.content.feature(index)
      yield
      if (type !== 'polygon') continue
      const row = rowOfTile(attributes)
      const box = boxOf(parts)
      if (box && paint.shows(row, degreesOf(tile, box))) areas.push({ row, parts, box, rings: parts })
    }
    tile.areas = areas
    yield* paintAreas(tile)
  }

  function* paintAreas(tile) {
    const pixels = tile.pixels
    const scale = sharpness()
    const { pen, done } = pictureOf(tile, 'areas', scale)
    const units = pixels / tile.content.extent
    const origin = { x: tile.coords.x * pixels, y: tile.coords.y * pixels }
    const byFill = new Map()
    const outlines = new Path2D()
    for (const { row, rings } of tile.areas) {
      const fill = paint.fillOf(paint.rowOf(row))
      if (!byFill.has(fill.key)) byFill.set(fill.key, { fill, path: new Path2D() })
      const { path } = byFill.get(fill.key)
      for (const ring of rings) {
        trace(path, ring, units)
        trace(outlines, ring, units)
      }
      yield
    }
    pen.setTransform(scale, 0, 0, scale, 0, 0)
    for (const { fill, path } of byFill.values()) {
      pen.fillStyle = canvasPaintOf(pen, fill, scale, origin)
      pen.fill(path)
      yield
    }
    pen.strokeStyle = LINE.colour
    pen.lineWidth = LINE.width
    pen.globalAlpha = 0.9
    pen.stroke(outlines)
    yield
    done()
    outline(tile)
  }

  function pictureOf(tile, layer, scale) {
    let canvas = tile.element.querySelector(`canvas[data-layer="${layer}"]`)
    if (!canvas) {
      canvas = L.DomUtil.create('canvas', '', tile.element)
      canvas.dataset.layer = layer
      canvas.style.width = canvas.style.height = `${tile.pixels + OVERLAP}px`
    }
    return createPicture(canvas, Math.round((tile.pixels + OVERLAP) * scale))
  }

  /** What is selected and what the pointer is on, over the colours. */
  function outline(tile) {
    const shown = [
      [hoveredId, HOVERED],
      [selectedId, SELECTED],
    ].flatMap(([id, style]) => {
      const area = id && tile.areas?.find(({ row }) => row.id === id)
      return area ? [{ area, style }] : []
    })
    const old = tile.element.querySelector('canvas[data-layer="outline"]')
    if (!shown.length) return old?.remove()
    const scale = sharpness()
    const { pen, done } = pictureOf(tile, 'outline', scale)
    pen.setTransform(scale, 0, 0, scale, 0, 0)
    for (const { area, style } of shown) {
      const path = new Path2D()
      for (const ring of area.rings) trace(path, ring, tile.pixels / tile.content.extent)
      pen.strokeStyle = style.colour
      pen.lineWidth = style.width
      pen.globalAlpha = style.alpha
      pen.lineJoin = 'round'
      pen.stroke(path)
    }
    done()
  }

  const outlineAll = () => [...grid.tiles()].forEach((tile) => tile.content && outline(tile))

  /** @returns {{tile: object, area: object}|null} what lies at a place of the map */
  function at(longitude, latitude) {
    for (const tile of grid.tiles()) {
      if (!tile.areas) continue
      const { x, y } = map.project([latitude, longitude], tile.coords.z)
      const [column, row] = [x / TILE_PIXELS - tile.coords.x, y / TILE_PIXELS - tile.coords.y]
      if (column < 0 || row < 0 || column >= 1 || row >= 1) continue
      const [ux, uy] = [column * tile.content.extent, row * tile.content.extent]
      const area = tile.areas.find(
        ({ box, rings }) => ux >= box[0] && uy >= box[1] && ux <= box[2] && uy <= box[3] && holds(rings, ux, uy),
      )
      if (area) return { tile, area }
    }
    return null
  }

  /** @returns {number[]} west, south, east, north */
  function degreesOf({ coords, content }, [west, north, east, south]) {
    const turn = (x, y) =>
      map.unproject([(coords.x + x / content.extent) * TILE_PIXELS, (coords.y + y / content.extent) * TILE_PIXELS], coords.z)
    const [corner, opposite] = [turn(west, south), turn(east, north)]
    return [corner.lng, corner.lat, opposite.lng, opposite.lat]
  }

  /** @returns {number[]|null} of all tiles in sight */
  function bboxOf(id) {
    let all = null
    for (const tile of grid.tiles()) {
      const area = tile.areas?.find(({ row }) => row.id === id)
      if (!area) continue
      const box = degreesOf(tile, area.box)
      all = all ? [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])] : box
    }
    return all
  }

  function point(event) {
    const found = grid.isOn() ? at(event.latlng.lng, event.latlng.lat) : null
    const id = found?.area.row.id ?? null
    if (found) {
      tip.setLatLng(event.latlng)
      tell(paint.textOf(paint.rowOf(found.area.row)))
      if (!tip.isOpen()) tip.openOn(map)
    } else if (tip.isOpen()) tip.close()
    if (id === hoveredId) return
    map.getContainer().classList.toggle('is-over-area', Boolean(id))
    hover(id)
    onHover(id)
  }

  /** Of the same area, too, there may be other figures by now. */
  function tell(text) {
    if (text === told) return
    told = text
    tip.setContent(textNode(text))
  }

  function hover(id) {
    if (id === hoveredId) return
    hoveredId = id
    outlineAll()
  }

  function leave() {
    clearTimeout(pointer)
    pointer = null
    if (tip.isOpen()) tip.close()
    map.getContainer().classList.remove('is-over-area')
    if (hoveredId) onHover(null)
    hover(null)
  }

  // A finger does not hover. A look, and the end of one, has a task of its own: the browser has enough to do with the event
  // itself, which it tells once a frame.
  if (hovers) {
    let newest = null
    map.on('mousemove', (event) => {
      // While the map is dragged nobody reads names.
      if (map.dragging.moving()) return
      newest = event
      pointer ??= setTimeout(() => {
        pointer = null
        point(newest)
      })
    })
    map.on('mouseout dragstart zoomstart', () => {
      clearTimeout(pointer)
      pointer = setTimeout(leave)
    })
  }

  return {
    isOn: grid.isOn,
    /**
     * @param {object} source see model/tiles.js @param {number[]} bbox west, south, east, north
     * @param {{fillOf: (row: object) => object, textOf: (row: object) => string, rowOf: (row: object) => object,
     *   shows: (row: object, bbox: number[]) => boolean}} how rowOf: the row that a feature's row is to be painted by
     */
    show(source, [west, south, east, north], how) {
      paint = how
      if (!grid.show(source, L.latLngBounds([south, west], [north, east]))) return
      // Other limits make other colours; and whatever was the reason, figures may have changed.
      grid.readAgain()
      grid.renew()
    },
    hide() {
      leave()
      grid.hide()
    },
    select(id) {
      if (id === selectedId) return
      selectedId = id
      outlineAll()
    },
    hover,
    bboxOf,
    /** @returns {{row: object, bbox: number[]}|null} the area at a place */
    pick(longitude, latitude) {
      const found = grid.isOn() ? at(longitude, latitude) : null
      return found && { row: found.area.row, bbox: bboxOf(found.area.row.id) }
    },
    /** Names for the areas in sight, see map/labels.js. */
    names() {
      const largest = new Map()
      const scale = 2 ** map.getZoom()
      for (const tile of grid.current()) {
        for (const { row, box } of tile.areas ?? []) {
          const width = box[2] - box[0]
          const least = (LEAST_NAME_PIXELS / (TILE_PIXELS * scale)) * 2 ** tile.coords.z * tile.content.extent
          if (width >= least && width > (largest.get(row.id)?.width ?? 0)) largest.set(row.id, { tile, row, box, width })
        }
      }
      return [...largest.values()].map(({ tile, row, box }) => {
        const [west, south, east, north] = degreesOf(tile, box)
        return { id: row.id, text: row.members ? row.fullName : row.name, longitude: (west + east) / 2, latitude: (south + north) / 2, widthDegrees: east - west }
      })
    },
  }
}

function trace(path, ring, units) {
  path.moveTo(ring[0] * units, ring[1] * units)
  for (let index = 2; index < ring.length; index += 2) path.lineTo(ring[index] * units, ring[index + 1] * units)
  path.closePath()
}

function textNode(text) {
  const span = document.createElement('span')
  span.textContent = text
  return span
}
