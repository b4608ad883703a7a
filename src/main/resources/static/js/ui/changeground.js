import { firstShape } from '../model/boundarychange.js'
import { fill, h } from './dom.js'

/**
 * The ground that changes hands: a line drawn on the map, or a shape from a GeoJSON file.
 * @param {{t: Function, onDraw: (on: boolean) => void, onUndo: () => void, onShape: (shape: object|null) => void}} context
 */
export function changeGround({ t, onDraw, onUndo, onShape }) {
  const host = h('div', { class: 'stack' })
  const said = h('p', { class: 'hint', 'aria-live': 'polite' })
  let shape = null
  let drawing = false

  const file = h('input', {
    type: 'file',
    accept: '.geojson,.json',
    class: 'visually-hidden',
    tabindex: '-1',
    testid: 'change-file',
    'aria-label': t('change.file'),
    on: { change: read },
  })
  const fileButton = h('button', { type: 'button', class: 'button', text: t('change.file'), on: { click: () => file.click() } })
  const draw = h('button', { type: 'button', class: 'button', testid: 'change-draw', 'aria-pressed': 'false', text: t('change.draw'), on: { click: () => setDrawing(!drawing) } })
  const undo = h('button', { type: 'button', class: 'button', text: t('change.undo'), on: { click: onUndo } })

  function setDrawing(on) {
    drawing = on
    draw.setAttribute('aria-pressed', String(on))
    if (on) {
      shape = null
      onShape(null)
      said.textContent = t('change.drawing')
    }
    onDraw(on)
  }

  async function read() {
    setDrawing(false)
    shape = firstShape(await file.files[0].text())
    said.textContent = shape ? t('change.fileRead', { name: file.files[0].name }) : t('change.fileBad')
    onShape(shape)
  }

  return {
    element: host,
    /** @param {string} kind of change */
    reset(kind) {
      shape = null
      onShape(null)
      setDrawing(false)
      said.textContent = ''
      const lines = kind === 'split' || kind === 'transfer'
      fill(host, (lines || kind === 'redraw') && [h('div', { class: 'actions' }, lines && [draw, undo], fileButton, file), said])
    },
    /** @param {number[][]} places of the line drawn so far */
    setLine(places) {
      shape = places.length > 1 ? { type: 'LineString', coordinates: places } : null
      said.textContent = t('change.places', { count: places.length })
    },
    get shape() {
      return shape
    },
  }
}
