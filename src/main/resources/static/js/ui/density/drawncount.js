import { countInArea } from '../../api/density.js'
import { renewCsrf } from '../../api/session.js'
import { createDrawLayer } from '../../map/drawlayer.js'
import { append, close, emptyDrawing, insert, isComplete, isEmpty, measure, move, remove, toGeometry } from '../../model/drawing.js'
import { parsePlaces, readRing, writeRing } from '../../model/drawnring.js'
import { createHistory } from '../../model/history.js'
import { field, fill, h } from '../dom.js'
import { icon } from '../icons.js'
import { problemBox } from '../messages.js'
import { drawnResult } from './drawnresult.js'

/**
 * Counts in a polygon that somebody draws on the map: corners by click or tap, from the middle of the map, or typed. The
 * address keeps it.
 * @param {object} page @param {HTMLElement} frame of the map
 * @returns {{tools: HTMLElement, result: HTMLElement, start: (map: object) => void, stop: () => void}} start: once the map stands
 */
export function drawnCount(page, frame) {
  const { t, format, session, question } = page
  const mayDraw = session.rights.viewIncidentPoints
  const answer = h('div', { class: 'drawn-answer', testid: 'drawn-answer', 'aria-live': 'polite' })
  const said = h('p', { class: 'drawn-said', testid: 'drawn-said', role: 'status' })
  const cross = h('div', { class: 'draw-cross', 'aria-hidden': 'true', hidden: true })
  const tool = (testid, label, sign, run, primary = false) =>
    h('button', { type: 'button', class: primary ? 'button button-primary' : 'button', testid, on: { click: run } }, icon(sign, 18), label)
  const open = tool('drawn-open', t('density.drawn.open'), 'draw', () => begin(emptyDrawing('area')))
  const undo = tool('drawn-undo', t('density.drawn.undo'), 'undo', takeBack)
  const centre = tool('drawn-centre', t('density.drawn.centre'), 'pin', () => place(...map.view.freeCentre()))
  const done = tool('drawn-done', t('density.drawn.done'), 'check', finish, true)
  const clear = tool('drawn-clear', t('density.drawn.clear'), 'trash', end)
  const typed = h('textarea', { rows: '4', testid: 'drawn-text', spellcheck: 'false', placeholder: '105,6501 19,9602\n105,6550 19,9602\n105,6550 19,9650' })
  const typedFault = h('p', { class: 'hint hint-error', role: 'status' })
  const typing = h(
    'details',
    { class: 'drawn-typing' },
    h('summary', { testid: 'drawn-type', text: t('density.drawn.type') }),
    field(t('density.drawn.corners'), typed, { hint: t('density.drawn.cornersHint') }),
    typedFault,
    h('button', { type: 'button', class: 'button', testid: 'drawn-take', text: t('density.drawn.take'), on: { click: take } }),
  )
  const bar = h('div', { class: 'drawn-bar', role: 'toolbar', 'aria-label': t('density.drawn.tools') }, undo, centre, done, clear)
  const tools = h(
    'div',
    { class: 'drawn-tools no-print', testid: 'drawn-tools' },
    mayDraw ? [open, bar, said, typing] : h('p', { class: 'muted small', testid: 'drawn-no-right', text: t('density.drawn.noRight') }),
  )
  let map = null
  let layer = null
  let history = null
  let asked = 0
  bar.hidden = true
  typing.hidden = true

  const shape = () => history.present

  function start(figureMap) {
    map = figureMap
    const ring = readRing(question.ring)
    if (ring) begin(close(append(emptyDrawing('area'), ring)))
  }

  function begin(drawing) {
    history = createHistory(drawing)
    if (!mayDraw) return count()
    layer ??= createLayer()
    map.onPlace(place)
    map.view.map.doubleClickZoom.disable()
    map.view.map.getContainer().addEventListener('keydown', onKey)
    frame.classList.add('is-drawing')
    open.hidden = true
    bar.hidden = false
    typing.hidden = false
    // The button that was pressed is gone.
    if (document.activeElement === document.body || document.activeElement === open) centre.focus({ preventScroll: true })
    show()
    if (!drawing.open) count()
  }

  function createLayer() {
    map.view.map.getContainer().append(cross)
    map.view.onMoved(placeCross)
    return createDrawLayer(map.view, {
      t,
      snap: () => null,
      onMove: (ring, index, to) => step(move(shape(), ring, index, to)),
      onMoving: (moving) => saySize(moving),
      onInsert: (ring, index, to) => step(insert(shape(), ring, index, to)),
      onSelect: (ring, index) => index === 0 && shape().open && finish(),
      onRemove: (ring, index) => step(remove(shape(), ring, index)),
      onFinding() {},
      onCrowded() {},
    })
  }

  function end() {
    asked++
    history = null
    layer?.clear()
    map.onPlace(null)
    map.view.map.doubleClickZoom.enable()
    map.view.map.getContainer().removeEventListener('keydown', onKey)
    frame.classList.remove('is-drawing')
    cross.hidden = true
    open.hidden = false
    bar.hidden = true
    typing.hidden = true
    fill(said)
    fill(answer)
    fill(typedFault)
    page.keep({ ring: '' })
    open.focus({ preventScroll: true })
  }

  /** Enter puts a corner under the cross; arrows move the map. */
  function onKey(event) {
    if (event.key === 'Enter' && event.target === map.view.map.getContainer()) place(...map.view.freeCentre())
  }

  function place(longitude, latitude) {
    if (history && shape().open) step(append(shape(), [[longitude, latitude]]))
  }

  function step(drawing) {
    history.push(drawing)
    show()
    return drawing.open ? forget() : count()
  }

  function takeBack() {
    history.undo()
    show()
    return shape().open ? forget() : count()
  }

  function finish() {
    if (!isComplete(shape())) return fill(said, t('density.drawn.few'))
    return step(close(shape()))
  }

  function take() {
    const found = parsePlaces(typed.value)
    if (found.fault) return fill(typedFault, t(`density.drawn.fault.${found.fault}`, { at: found.at ?? '' }))
    fill(typedFault)
    step(close(append(emptyDrawing('area'), found.places)))
    const box = [0, 1].flatMap((axis) => [Math.min(...found.places.map((each) => each[axis])), Math.max(...found.places.map((each) => each[axis]))])
    return map.view.reveal([box[0], box[2], box[1], box[3]])
  }

  /** What was counted holds no longer. */
  function forget() {
    asked++
    fill(answer)
    page.keep({ ring: '' })
  }

  function show() {
    const drawing = shape()
    layer.draw(drawing)
    saySize(drawing)
    cross.hidden = !drawing.open
    placeCross()
    undo.disabled = !history.canUndo
    undo.lastChild.textContent = t(drawing.open ? 'density.drawn.undo' : 'draw.undo')
    centre.hidden = !drawing.open
    done.hidden = !drawing.open
    done.disabled = !isComplete(drawing)
  }

  function placeCross() {
    if (cross.hidden) return
    const [longitude, latitude] = map.view.freeCentre()
    const { x, y } = map.view.map.latLngToContainerPoint([latitude, longitude])
    cross.style.transform = `translate(${x}px, ${y}px)`
  }

  function saySize(drawing) {
    if (isEmpty(drawing)) return fill(said, t('density.drawn.start'))
    const { places } = drawing.rings[0]
    if (!isComplete(drawing)) return fill(said, t('density.drawn.begun', { corners: format.count(places.length) }))
    const { areaSqM } = measure(drawing)
    return fill(said, t(drawing.open ? 'density.drawn.growing' : 'density.drawn.closed', { corners: format.count(places.length), area: format.number(areaSqM / 1e6, areaSqM < 1e7 ? 3 : 1) }))
  }

  async function count() {
    const mine = ++asked
    const { from, to, category } = question
    const drawing = shape()
    page.keep({ ring: writeRing(drawing.rings[0].places) })
    fill(answer, h('p', { class: 'muted', text: t('density.drawn.counting') }))
    try {
      await renewCsrf()
      const found = await countInArea({ geometry: toGeometry(drawing), from, to, category: category || null })
      if (mine === asked) fill(answer, drawnResult(page, found, drawing.rings[0].places))
    } catch (error) {
      if (mine === asked) fill(answer, problemBox(error, t, count))
      if (error.name !== 'ApiProblem') throw error
    }
  }

  return {
    tools,
    result: answer,
    start,
    stop() {
      asked++
      layer?.clear()
    },
  }
}
