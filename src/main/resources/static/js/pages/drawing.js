import { loadDrawings, loadSurroundings, lookAtDrawing, saveDrawing } from '../api/drawings.js'
import { createDrawLayer } from '../map/drawlayer.js'
import { parseDay } from '../model/dates.js'
import {
  anotherPart,
  append,
  beginHole,
  boxOf,
  close,
  drawingOf,
  emptyDrawing,
  insert,
  isComplete,
  isEmpty,
  isHole,
  measure,
  move,
  remove,
  toGeometry,
} from '../model/drawing.js'
import { createDrawDraft } from '../model/drawdraft.js'
import { createHistory } from '../model/history.js'
import { newUuid } from '../model/uuid.js'
import { h } from '../ui/dom.js'
import { drawForm } from '../ui/drawform.js'
import { askToDrop } from '../ui/drawleave.js'
import { drawPast } from '../ui/drawpast.js'
import { textOf } from '../ui/messages.js'
import { createBeside, padded } from './drawbeside.js'
import { createDrawSaved } from './drawsaved.js'

/**
 * Drawing and redrawing a residential area or a road segment: shape on the map, form beside it, check, save.
 * @param {object} page t, format, session, store, panel, messages, view, reload(), getData()
 */
export function createDrawing(page) {
  const { t, format, panel, messages, view, session } = page
  const draft = createDrawDraft(globalThis.localStorage, session.username)
  const cross = h('div', { class: 'draw-cross', 'aria-hidden': 'true', hidden: true })
  view.map.getContainer().append(cross)
  let current = null

  const beside = createBeside(view, {
    day: () => current && parseDay(current.form.day()),
    isOwn: (kind, entry) => current.kind === kind && current.target?.id === entry.id,
    onLines: (lines) => layer.drawBeside(lines),
    onFailed: () => current.form.say(t('draw.besideFailed')),
  })
  const stored = createDrawSaved(page, { onChanged: () => beside.load() })
  const layer = createDrawLayer(view, {
    t,
    snap: (place) => snapTo(place),
    onMove: (ring, index, place) => step(move(shape(), ring, index, place), { ring, index }),
    onMoving: (drawing) => current.form.setSize(measure(drawing)),
    onInsert: (ring, index, place) => step(insert(shape(), ring, index, place), { ring, index: index + 1 }),
    onSelect: choose,
    onRemove: (ring, index) => step(remove(shape(), ring, index), null),
    onFinding: (index) => showFinding(index),
    onCrowded(crowded) {
      if (!current || crowded === current.crowded) return
      current.crowded = crowded
      current.form.say(crowded ? t('draw.crowded') : '')
    },
  })

  const shape = () => current.history.present

  const snapTo = (place) => (current.form.options().snap ? beside.snap(place) : null)

  /** A new state of the drawing; what the check said no longer holds. */
  function step(drawing, selected) {
    current.history.push(drawing)
    current.selected = selected
    changed()
  }

  function changed() {
    renewId()
    current.look = null
    layer.showFindings([])
    current.form.setLook(null)
    show()
    keepDraft()
  }

  /** A save that was not answered may have been stored: what is drawn after it is another drawing. */
  function renewId() {
    if (current.sent) current.id = newUuid()
    current.sent = false
  }

  function show() {
    const drawing = shape()
    layer.draw(drawing, current.selected)
    current.form.setSize(measure(drawing))
    current.form.setTools({
      canUndo: current.history.canUndo,
      canRedo: current.history.canRedo,
      hasSelected: current.selected !== null,
      open: drawing.open,
      complete: isComplete(drawing),
      empty: isEmpty(drawing),
    })
    cross.hidden = !drawing.open
    if (!drawing.open) layer.showHint(null)
    placeCross()
  }

  function placeCross() {
    const [longitude, latitude] = view.freeCentre()
    const { x, y } = view.map.latLngToContainerPoint([latitude, longitude])
    cross.style.transform = `translate(${x}px, ${y}px)`
  }

  function keepDraft() {
    current.dirty = true
    const { id, kind, target, form } = current
    draft.keep({ id, kind, target, drawing: shape(), values: form.values() })
  }

  /** The next vertex, from a click, a tap or the middle of the map. */
  function place(longitude, latitude) {
    const drawing = shape()
    if (!drawing.open) return
    const snapped = snapTo([longitude, latitude])
    const to = snapped?.place ?? [longitude, latitude]
    const way = along(drawing, to, snapped)
    step(append(drawing, [...way, to]), null)
    current.form.say(way.length ? t('draw.traced', { count: way.length, name: snapped.name ?? '' }) : snapped ? t('draw.snapped', { name: snapped.name ?? '' }) : '')
  }

  /** Vertices of a neighbour's border between the last vertex and the next one, where both lie on it. */
  function along(drawing, to, snapped) {
    const places = drawing.rings[drawing.rings.length - 1].places
    if (!snapped || !places.length || !current.form.options().trace) return []
    return beside.trace(places[places.length - 1], to)
  }

  function finish() {
    const drawing = shape()
    if (!drawing.open || !isComplete(drawing)) return
    const places = drawing.rings[drawing.rings.length - 1].places
    const back = drawing.kind === 'area' && current.form.options().trace ? beside.trace(places[places.length - 1], places[0]) : []
    const closed = close(append(drawing, back))
    if (closed.open) return current.form.say(t('draw.holeOutside'))
    step(closed, null)
  }

  function choose(ring, index) {
    const drawing = shape()
    const grows = drawing.open && ring === drawing.rings.length - 1
    if (grows && index === 0 && drawing.kind === 'area' && isComplete(drawing)) return finish()
    const same = current.selected?.ring === ring && current.selected.index === index
    current.selected = same ? null : { ring, index }
    show()
    if (!same) layer.focusVertex(ring, index)
  }

  function body() {
    const { kind, target, form } = current
    const { reason: _, takeOverlaps, ...fields } = form.values()
    const geometry = toGeometry(close(shape()))
    return kind === 'area'
      ? { areaId: target?.id ?? null, ...fields, takeOverlaps, geometry }
      : { roadId: target?.id ?? null, ...fields, geometry }
  }

  /** @returns {string|null} what is still to be filled in before the server is asked */
  function missing() {
    const { kind, target, form } = current
    const values = form.values()
    if (!isComplete(shape())) return t(`draw.tooFew.${kind}`)
    if ((kind === 'road' || !target) && !values.name) return t('draw.noName')
    return parseDay(values.day) ? null : t('draw.noDay')
  }

  async function check() {
    const mine = current
    const { form } = mine
    form.setLook(null)
    const lacks = missing()
    if (lacks) return form.complain(lacks)
    if (shape().open) finish()
    if (shape().open && isHole(shape())) return form.complain(t('draw.holeOutside'))
    form.busy(true)
    try {
      const look = await lookAtDrawing(mine.kind, body())
      if (mine !== current) return
      mine.look = look
      form.setLook(look)
      layer.showFindings(look.findings)
      messages.announce(t('draw.checked', { count: look.findings.length }))
    } catch (error) {
      form.complain(error, check)
      if (error.name !== 'ApiProblem') throw error
    } finally {
      form.busy(false)
    }
  }

  function showFinding(index) {
    const finding = current.look?.findings[index]
    if (finding && finding.longitude !== null)
      view.centre(finding.longitude, finding.latitude, Math.max(view.map.getZoom(), 16))
  }

  async function save() {
    const mine = current
    const { form, look, id, kind } = mine
    form.complain(null)
    const { reason } = form.values()
    if (!reason) return form.complain(t('draw.noReason'))
    if (!form.seen()) return form.complain(t('draw.notSeen'))
    form.busy(true)
    mine.sent = true
    try {
      const saved = await saveDrawing(kind, id, { drawing: body(), revision: look.revision, remarks: look.remarks, reason })
      if (mine !== current) return
      const { back } = mine
      if (back) mine.back = `${back}&${new URLSearchParams({ drawn: saved.name, from: saved.validFrom })}`
      leave()
      if (!back) await stored.show(saved)
    } catch (error) {
      form.complain(error, save)
      if (error.name !== 'ApiProblem') throw error
    } finally {
      form.busy(false)
    }
  }

  /** Escape, the closing button and "cancel" ask before anything is lost. @returns {boolean} whether the panel may close */
  function askToLeave() {
    if (!current?.dirty) return true
    askToDrop({ t, onDrop: leave })
    return false
  }

  function leave() {
    draft.forget()
    stop()
    panel.close({ silent: true })
    page.selection.show()
  }

  function stop() {
    const back = current?.back
    beside.clear()
    current = null
    cross.hidden = true
    layer.clear()
    document.removeEventListener('keydown', onKey)
    view.map.doubleClickZoom.enable()
    document.body.classList.remove('is-marking', 'is-drawing')
    view.resized()
    if (back) window.location.assign(back)
  }

  function onKey(event) {
    const typing = event.target.closest?.('input, textarea, select, dialog')
    const key = event.key.toLowerCase()
    if ((event.ctrlKey || event.metaKey) && !typing && (key === 'z' || key === 'y')) {
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    } else if (event.key === 'Enter' && event.target === view.map.getContainer()) place(...view.freeCentre())
    else if (event.key === 'Escape' && !event.target.closest?.('dialog, #panel')) panel.close()
  }

  const undo = () => (current.history.undo(), (current.selected = null), changed())
  const redo = () => (current.history.redo(), (current.selected = null), changed())

  function open({ id = newUuid(), kind, target = null, drawing = emptyDrawing(kind), values = null, dirty = false, back = null }) {
    current = { id, kind, target, history: createHistory(drawing), selected: null, look: null, form: null, crowded: false, sent: false, dirty, back }
    current.form = drawForm({
      t,
      format,
      kind,
      target,
      today: session.today,
      past: target ? null : drawPast({ t, format, load: loadDrawings, onTakeBack: stored.takeBack }),
      on: {
        kind: (next) => restart(next),
        change: () => current && (renewId(), (current.look = null), layer.showFindings([]), current.form.setLook(null), keepDraft()),
        options: () => {},
        day: () => beside.load(),
        undo,
        redo,
        remove: () => current.selected && step(remove(shape(), current.selected.ring, current.selected.index), null),
        centre: () => place(...view.freeCentre()),
        close: finish,
        another: () => step(anotherPart(shape()), null),
        hole: () => (step(beginHole(shape()), null), current.form.say(t('draw.holeStart'))),
        check,
        save,
        cancel: () => panel.close(),
        finding: showFinding,
      },
    })
    if (values) current.form.restore(values)
    document.body.classList.add('is-marking', 'is-drawing')
    document.addEventListener('keydown', onKey)
    // Two vertices put quickly one after the other are no wish to zoom.
    view.map.doubleClickZoom.disable()
    panel.show(
      {
        kind: 'draw',
        title: t(target ? `draw.title.change.${kind}` : 'draw.title.new'),
        subtitle: target?.name ?? '',
        focus: true,
        onLeave: askToLeave,
      },
      current.form.element,
    )
    view.resized()
    panel.measure()
    show()
    current.form.say(drawing.open ? t('draw.start') : t('draw.startChange'))
    beside.load()
  }

  /** Another kind: the shape begins anew, since an area is no road. */
  function restart(kind) {
    const values = current.form.values()
    stop()
    open({ kind, values: { day: values.day, reason: values.reason } })
    current.form.focusKind()
  }

  view.onMoved(() => {
    if (!current) return
    placeCross()
    beside.load()
  })
  view.map.on('mousemove', ({ latlng }) => {
    if (current?.history.present.open) layer.showHint(snapTo([latlng.lng, latlng.lat]))
  })

  return {
    get active() {
      return current !== null
    },
    start: () => open({ kind: 'area' }),
    /**
     * @param {'area'|'road'} kind @param {number} id @param {number[]} bbox of it, west, south, east, north
     * @param {string|null} [back] address of the page that sent here and goes on afterwards
     */
    async change(kind, id, bbox, back = null) {
      try {
        const surroundings = await loadSurroundings(session.today, padded(bbox))
        const found = surroundings[kind === 'area' ? 'areas' : 'roads'].find((entry) => String(entry.id) === String(id))
        if (!found) return messages.error(t('draw.notToday'))
        const { geometry, fullName, ...fields } = found
        open({ kind, target: { ...fields, name: fullName ?? fields.name }, drawing: drawingOf(geometry), back })
        view.fit(boxOf(shape()), 18)
      } catch (error) {
        messages.error(textOf(error, t), { label: t('common.retry'), run: () => this.change(kind, id, bbox, back) })
        if (error.name !== 'ApiProblem') throw error
      }
    },
    /** After a reload or a new sign-in: what was not saved is there again. */
    resume() {
      const kept = session.rights.changeBoundaries && !current ? draft.read() : null
      if (!kept) return
      open({ ...kept, dirty: true })
      const box = boxOf(kept.drawing)
      if (box) view.fit(box, 18)
      messages.info(t('draw.resumed'))
    },
    place,
    stop,
  }
}
