import * as L from 'leaflet'
import { midpoints, move } from '../model/drawing.js'

/** With more of them in view a page becomes slow and no hand finds its own. */
const MOST_HANDLES = 250

/** Markers are stacked by latitude: those in the north of the view would come to lie under the shape. */
const ABOVE_LINES = 100_000

const ACCENT = '#8a1c6f'
const BESIDE = { color: '#1f5fa8', weight: 1.4, opacity: 0.9, fill: false, interactive: false, dashArray: '5 4' }
const WEIGHT_COLOURS = { refuses: '#b42318', remark: '#b25e09', note: '#1f5fa8' }

const flip = ([longitude, latitude]) => [latitude, longitude]

/**
 * The drawing on the map: its shape, a handle on each vertex and between two, the borders it can be put on, and what the
 * check found. Moves nothing by itself: what the hand does is told.
 * @param {ReturnType<import('./mapview.js').createMapView>} view
 * @param {{t: Function, snap: (place: number[]) => object|null, onMove: Function, onMoving: Function, onInsert: Function,
 *   onSelect: Function, onRemove: Function, onFinding: (index: number) => void}} options snap: where a dragged vertex comes to lie
 */
export function createDrawLayer({ map }, options) {
  const { t } = options
  const beside = L.layerGroup().addTo(map)
  const shapes = L.layerGroup().addTo(map)
  const handles = L.layerGroup().addTo(map)
  const found = L.layerGroup().addTo(map)
  const hint = L.circleMarker([0, 0], { pane: 'mark', radius: 9, color: ACCENT, weight: 3, fill: false, interactive: false })
  const large = window.matchMedia('(pointer: coarse)').matches
  const size = large ? 44 : 24
  let drawn = null
  let selected = null
  let refocusing = false

  /** Lines of the shape; while a vertex is dragged they follow it, and the handles stay. */
  function drawShape(drawing) {
    shapes.clearLayers()
    const style = { pane: 'mark', color: ACCENT, weight: 3, interactive: false, fillColor: ACCENT, fillOpacity: 0.14 }
    if (drawing.kind === 'road')
      for (const { places } of drawing.rings) L.polyline(places.map(flip), { ...style, weight: 5 }).addTo(shapes)
    else {
      const parts = new Map()
      for (const { part, places } of drawing.rings)
        if (places.length) parts.set(part, [...(parts.get(part) ?? []), places.map(flip)])
      for (const rings of parts.values()) {
        if (rings[0].length > 2) L.polygon(rings, style).addTo(shapes)
        else L.polyline(rings[0], style).addTo(shapes)
      }
    }
  }

  function drawHandles() {
    // A handle near the edge moves the map when it gets the focus, which asks for the handles again.
    if (refocusing) return
    const focused = handles.getLayers().find((handle) => handle.getElement() === document.activeElement)?.key
    handles.clearLayers()
    if (!drawn) return
    const bounds = map.getBounds().pad(0.05)
    const near = ([longitude, latitude]) => bounds.contains([latitude, longitude])
    const vertices = drawn.rings.flatMap(({ places }, ring) =>
      places.flatMap((place, index) => (near(place) ? [{ ring, index, place, count: places.length }] : [])),
    )
    const tooMany = vertices.length > MOST_HANDLES
    options.onCrowded(tooMany)
    if (tooMany) return
    const pixels = (place) => map.latLngToContainerPoint(flip(place))
    for (const middle of midpoints(drawn)) {
      const { places } = drawn.rings[middle.ring]
      const next = places[(middle.index + 1) % places.length]
      // Where an edge is too short to be hit, its middle would only be in the way.
      if (near(middle.place) && pixels(places[middle.index]).distanceTo(pixels(next)) > 2.2 * size) addMiddle(middle)
    }
    for (const vertex of vertices) addVertex(vertex)
    if (!focused) return
    refocusing = true
    handles.getLayers().find((handle) => handle.key === focused)?.getElement().focus({ preventScroll: true })
    refocusing = false
  }

  function marker(place, kind, label) {
    const icon = L.divIcon({ className: `draw-handle draw-${kind}`, html: '<span></span>', iconSize: [size, size] })
    const handle = L.marker(flip(place), { icon, draggable: true, pane: 'mark', autoPan: true, zIndexOffset: ABOVE_LINES }).addTo(handles)
    handle.getElement().setAttribute('aria-label', label)
    handle.getElement().dataset.testid = `draw-${kind}`
    return handle
  }

  const placeOf = (handle) => {
    const { lng, lat } = handle.getLatLng()
    return [lng, lat]
  }

  function follow(handle, preview, done) {
    handle.on('drag', () => {
      const snapped = options.snap(placeOf(handle))
      if (snapped) handle.setLatLng(flip(snapped.place))
      showHint(snapped)
      const next = preview(placeOf(handle))
      drawShape(next)
      options.onMoving(next)
    })
    handle.on('dragend', () => {
      showHint(null)
      done(placeOf(handle))
    })
  }

  function addVertex({ ring, index, place, count }) {
    const handle = marker(place, 'vertex', t('draw.vertexOf', { number: index + 1, count }))
    handle.key = `${ring}:${index}`
    const element = handle.getElement()
    const chosen = selected && selected.ring === ring && selected.index === index
    element.classList.toggle('is-selected', Boolean(chosen))
    element.setAttribute('aria-pressed', String(Boolean(chosen)))
    element.classList.toggle('is-first', index === 0 && drawn.open && ring === drawn.rings.length - 1)
    handle.on('click', () => options.onSelect(ring, index))
    follow(handle, (to) => move(drawn, ring, index, to), (to) => options.onMove(ring, index, to))
    element.addEventListener('keydown', (event) => onKey(event, handle, ring, index))
  }

  function addMiddle({ ring, index, place }) {
    const handle = marker(place, 'middle', t('draw.insert'))
    handle.key = `${ring}:${index}+`
    const put = (to) => options.onInsert(ring, index, to)
    handle.on('click', () => put(place))
    const preview = (to) => {
      const rings = drawn.rings.map((entry, at) =>
        at === ring ? { ...entry, places: [...entry.places.slice(0, index + 1), to, ...entry.places.slice(index + 1)] } : entry,
      )
      return { ...drawn, rings }
    }
    follow(handle, preview, put)
  }

  function onKey(event, handle, ring, index) {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
    const step = steps[event.key]
    if (step) {
      const pixels = event.shiftKey ? 20 : 4
      const to = map.layerPointToLatLng(map.latLngToLayerPoint(handle.getLatLng()).add([step[0] * pixels, step[1] * pixels]))
      options.onMove(ring, index, [to.lng, to.lat])
    } else if (event.key === 'Delete' || event.key === 'Backspace') options.onRemove(ring, index)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function showHint(snapped) {
    if (!snapped) hint.remove()
    else hint.setLatLng(flip(snapped.place)).setStyle({ dashArray: snapped.on === 'edge' ? '3 3' : null }).addTo(map)
  }

  map.on('moveend', drawHandles)

  return {
    /** @param {import('../model/drawing.js').Drawing|null} drawing @param {{ring: number, index: number}|null} vertex that is selected */
    draw(drawing, vertex = null) {
      drawn = drawing
      selected = vertex
      shapes.clearLayers()
      if (drawing) drawShape(drawing)
      drawHandles()
    },
    /** @param {{places: number[][], closed: boolean}[]} lines */
    drawBeside(lines) {
      beside.clearLayers()
      for (const { places, closed } of lines)
        (closed ? L.polygon : L.polyline)(places.map(flip), { ...BESIDE, pane: 'over' }).addTo(beside)
    },
    showHint,
    /** @param {object[]} findings of a look */
    showFindings(findings) {
      found.clearLayers()
      findings.forEach((finding, index) => {
        const color = WEIGHT_COLOURS[finding.weight]
        if (finding.shape)
          L.geoJSON(finding.shape, {
            pane: 'mark',
            interactive: false,
            style: { color, weight: 2, fillColor: color, fillOpacity: 0.4 },
          }).addTo(found)
        if (finding.longitude === null) return
        const sign = L.marker([finding.latitude, finding.longitude], {
          pane: 'mark',
          keyboard: false,
          zIndexOffset: 2 * ABOVE_LINES,
          icon: L.divIcon({ className: `draw-finding is-${finding.weight}`, html: `<span>${index + 1}</span>`, iconSize: [28, 28] }),
        }).addTo(found)
        sign.getElement().setAttribute('role', 'img')
        sign.getElement().setAttribute('aria-label', finding.text)
        sign.getElement().title = finding.text
        sign.on('click', () => options.onFinding(index))
      })
    },
    focusVertex(ring, index) {
      handles.getLayers().find((handle) => handle.key === `${ring}:${index}`)?.getElement().focus({ preventScroll: true })
    },
    clear() {
      drawn = null
      for (const layer of [beside, shapes, handles, found]) layer.clearLayers()
      hint.remove()
    },
  }
}
