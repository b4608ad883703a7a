import { byId, fill, focusAgain, h, successorOf } from './dom.js'
import { icon } from './icons.js'

/**
 * The place beside the map (a bottom sheet on phones) that shows one thing at a time: an area, an incident, a form.
 * @param {{t: (key: string) => string, onChange: () => void, onClosed: (kind: string|null) => void}} options
 */
export function createPanelHost({ t, onChange, onClosed }) {
  const element = byId('panel')
  const title = h('h2', { class: 'panel-title', id: 'panel-title', tabindex: '-1' })
  const subtitle = h('p', { class: 'panel-subtitle' })
  const body = h('div', { class: 'panel-body' })
  const closeButton = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      testid: 'panel-close',
      'aria-label': t('panel.close'),
      on: { click: () => close() },
    },
    icon('close'),
  )
  fill(
    element,
    h('header', { class: 'panel-head' }, h('div', { class: 'panel-titles' }, title, subtitle), closeButton),
    body,
  )
  element.addEventListener('keydown', (event) => event.key === 'Escape' && close())
  let kind = null
  let returnFocus = null
  /** Where the focus came from before the panel was closed to be opened with something else at once. */
  let cameFrom = null
  let beforeClose = null
  let typed = false
  body.addEventListener('input', () => (typed = true))

  function close({ silent = false } = {}) {
    if (kind === null || (beforeClose && !silent && beforeClose() === false)) return
    const closed = kind
    kind = null
    beforeClose = null
    element.hidden = true
    document.body.classList.remove('has-panel', 'panel-mark')
    onChange()
    const back = returnFocus
    returnFocus = null
    cameFrom = silent ? back : null
    if (!silent) onClosed(closed)
    // Under a form there may have been what it is about: that is in the panel again.
    if (kind !== null) {
      returnFocus = back
      title.focus({ preventScroll: true })
    } else if (!silent || back) focusAgain(back)
  }

  return {
    element,
    close,
    /** What was asked for stands at the top. */
    toTop() {
      body.scrollTop = 0
    },
    /** The panel may have grown or shrunk. */
    measure: () => onChange(),
    get kind() {
      return kind
    },
    /** Somebody wrote or chose something in what is shown. */
    get isTyped() {
      return typed
    },
    /**
     * @param {{kind: string, title: string, subtitle?: string, focus?: boolean, onLeave?: () => boolean|void}} options
     *   onLeave may answer false to stay open
     * @param {...(Node|null|false|Array)} content
     */
    show({ kind: next, title: name, subtitle: second = '', focus = false, onLeave = null }, ...content) {
      if (kind === null) returnFocus = document.activeElement === document.body ? cameFrom : document.activeElement
      const isNew = kind !== next || title.textContent !== name
      kind = next
      beforeClose = onLeave
      title.textContent = name
      subtitle.textContent = second
      subtitle.hidden = !second
      const focused = body.contains(document.activeElement) ? document.activeElement : null
      fill(body, content)
      typed = false
      element.hidden = false
      // On a phone both are sheets at the same place.
      byId('sidebar').classList.remove('is-open')
      document.body.classList.add('has-panel')
      document.body.classList.toggle('panel-mark', next === 'mark')
      element.dataset.kind = next
      if (isNew) body.scrollTop = 0
      onChange()
      const same = focused && successorOf(focused)
      if (focus || (focused && !body.contains(same))) title.focus({ preventScroll: true })
      else same?.focus({ preventScroll: true })
    },
  }
}
