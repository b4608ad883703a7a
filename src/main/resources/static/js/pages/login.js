/** Sign-in page: a demo account fills the form in; its password is its name. */
import { getPage } from '../api/http.js'
import { forgetAll } from '../field/answers.js'

/** The form's token belongs to a cookie that may be gone when a page has waited long, as after a restart of the browser. */
const TOKEN_LASTS_MS = 10 * 60_000
const shownAt = Date.now()
const form = /** @type {HTMLFormElement} */ (document.getElementById('login-form'))

const username = /** @type {HTMLInputElement} */ (document.getElementById('username'))
const password = /** @type {HTMLInputElement} */ (document.getElementById('password'))

for (const button of document.querySelectorAll('.demo-account')) {
  button.addEventListener('click', () => {
    username.value = button.dataset.username
    password.value = button.dataset.username
    document.querySelector('[data-testid="login-submit"]').focus()
  })
}

const show = /** @type {HTMLInputElement} */ (document.getElementById('show-password'))
show.closest('label').hidden = false
show.addEventListener('change', () => (password.type = show.checked ? 'text' : 'password'))

form.addEventListener('submit', async (event) => {
  if (Date.now() - shownAt < TOKEN_LASTS_MS) return
  event.preventDefault()
  try {
    form.elements._csrf.value = (await getPage('/login')).querySelector('[name="_csrf"]').value
  } catch {
    // The service says what is wrong when the form arrives.
  }
  form.submit()
})

if (new URLSearchParams(window.location.search).has('logout')) signedOut()

/** First this device forgets, then the identity provider is told, where the operator wishes so. */
async function signedOut() {
  try {
    await forgetAll()
  } finally {
    document.getElementById('sign-out-there')?.click()
  }
}
