/**
 * Builds an element. Text always goes in as text, never as HTML.
 * @param {string} tag
 * @param {object} [options] class, text, testid, hidden, on: {event: listener}, data: {…}; anything else is an attribute
 *   (false, null and undefined leave it out, true gives an empty one); `value` and `checked` are set as properties
 * @param {...(Node|string|null|undefined|false|Array)} children
 * @returns {HTMLElement}
 */
export function h(tag, options = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(options)) {
    if (value === null || value === undefined || value === false) continue
    if (name === 'class') node.className = value
    else if (name === 'text') node.textContent = value
    else if (name === 'testid') node.dataset.testid = value
    else if (name === 'on')
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener)
    else if (name === 'data') Object.assign(node.dataset, value)
    else if (name === 'checked' || name === 'disabled' || name === 'hidden') node[name] = value
    else if (name !== 'value') node.setAttribute(name, value === true ? '' : String(value))
  }
  append(node, children)
  // After the children: a select takes its value only when it has the option.
  if (options.value !== undefined && options.value !== null) node.value = options.value
  return node
}

function append(node, children) {
  for (const child of children.flat(3)) if (child !== null && child !== undefined && child !== false) node.append(child)
}

/** @param {Element} node @param {...unknown} children takes the place of what was there */
export function fill(node, ...children) {
  node.replaceChildren()
  append(node, children)
  return node
}

/**
 * Like {@link fill}, but a child that was there and stays is not taken out: it keeps its focus and whoever reads it.
 * @param {Element} node @param {Node[]} children @returns {Element} node
 */
export function refill(node, children) {
  const staying = new Set(children)
  for (const child of [...node.childNodes]) if (!staying.has(child)) child.remove()
  children.forEach((child, index) => {
    if (node.childNodes[index] !== child) node.insertBefore(child, node.childNodes[index] ?? null)
  })
  return node
}

/** @param {string} id @returns {HTMLElement} @throws {Error} when the template lacks it */
export function byId(id) {
  const node = document.getElementById(id)
  if (!node) throw new Error(`The page has no element #${id}`)
  return node
}

let counter = 0
/** @returns {string} an id that no other element has */
export function newId(prefix = 'ui') {
  counter += 1
  return `${prefix}-${counter}`
}

/** A labelled field. @param {string} label @param {HTMLElement|{element: HTMLElement, input: HTMLInputElement}} control @param {{hint?: string, class?: string}} [options] */
export function field(label, control, { hint, class: className = '' } = {}) {
  // A date field is an input with its button round it.
  const input = control.input ?? control
  input.id ||= newId('field')
  const hintId = hint ? newId('hint') : null
  if (hintId) input.setAttribute('aria-describedby', hintId)
  return h(
    'div',
    { class: `field ${className}` },
    h('label', { for: input.id, text: label }),
    control.element ?? control,
    hint && h('p', { class: 'hint', id: hintId, text: hint }),
  )
}

/** @param {Function} callee @param {number} wait milliseconds of quiet before it is called */
export function debounce(callee, wait) {
  let timer
  return (...values) => {
    clearTimeout(timer)
    timer = setTimeout(() => callee(...values), wait)
  }
}

/**
 * The control that stands where this one stood before a list or a panel was drawn anew.
 * @param {HTMLElement|null} node @returns {HTMLElement|null} itself where it is still there
 */
export function successorOf(node) {
  if (!node || node.isConnected) return node ?? null
  const row = node.closest('[data-row-id]')?.dataset.rowId
  const { incidentId, testid } = node.dataset
  if (row) return document.querySelector(`[data-row-id="${row}"] .row-button`)
  if (incidentId) return document.querySelector(`button[data-incident-id="${incidentId}"]`)
  return testid ? document.querySelector(`[data-testid="${testid}"]`) : null
}

/**
 * Gives the focus back to where it was, or to what took its place; to the content of the page where neither is to be seen.
 * @param {HTMLElement|null} node
 */
export function focusAgain(node) {
  successorOf(node)?.focus({ preventScroll: true })
  // What was just hidden may still be named as having the focus.
  const now = document.activeElement
  if (now === document.body || !now.getClientRects().length) document.getElementById('main')?.focus({ preventScroll: true })
}

export const isPhone = () => window.matchMedia('(max-width: 760px)').matches
