// Passkeys, in browsers that have them: shows the form, asks the authenticator and sends its answer with the form.
// Without this script a page offers password and code only. It stands right after its form, so that what follows does not move later.
(() => {
  'use strict';
  const passkeys = window.PublicKeyCredential;
  if (!passkeys?.parseRequestOptionsFromJSON || !passkeys.parseCreationOptionsFromJSON) return;

  const ask = form => {
    const options = JSON.parse(form.dataset.options);
    return form.dataset.passkey === 'create'
      ? navigator.credentials.create({ publicKey: passkeys.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: passkeys.parseRequestOptionsFromJSON(options) });
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const failed = form.querySelector('[data-failed]');
    const button = form.querySelector('button');
    form.hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      failed.textContent = '';
      button.disabled = true;
      try {
        form.elements.credential.value = JSON.stringify(await ask(form));
        form.submit();
      } catch {
        // Cancelled, timed out, or no passkey on this device: the browser does not say which.
        failed.textContent = failed.dataset.failed;
        button.disabled = false;
      }
    });
  }
  for (const instead of document.querySelectorAll('[data-without-passkeys]')) instead.hidden = true;
})();
