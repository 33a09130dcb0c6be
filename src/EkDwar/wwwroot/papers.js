// Makes photos smaller before they are sent, so that a poor connection carries them: 1,600 pixels are enough to read a
// paper. Then sends them piece by piece. Without this script, or when a picture does not open here, the file goes as it is.
(() => {
  'use strict';
  const longSide = 1600;
  const smallEnough = 300 * 1024;

  const smaller = async file => {
    if (!file.type.startsWith('image/') || file.size <= smallEnough) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const scale = Math.min(1, longSide / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      const paint = canvas.getContext('2d');
      // What is transparent would turn black in a JPEG.
      paint.fillStyle = '#fff';
      paint.fillRect(0, 0, canvas.width, canvas.height);
      paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const made = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.75));
      return made && made.size < file.size ? new File([made], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
    } catch {
      return file;
    }
  };

  const kilobytes = files => Math.ceil([...files].reduce((sum, file) => sum + file.size, 0) / 1024);

  // Sends each file piece by piece beforehand, so that what has come stays when the connection breaks off. The form then
  // only names it. Where this cannot be done, the form sends the file itself.
  const piece = 256 * 1024;
  const sleep = time => new Promise(done => setTimeout(done, time));
  const backOnline = time => Promise.race([sleep(time), new Promise(done => addEventListener('online', done, { once: true }))]);
  const base64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const hash = async blob => base64(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  const ask = async (address, method, headers, body) => {
    const answer = await fetch(address, { method, headers: { 'Tus-Resumable': '1.0.0', ...headers }, body, redirect: 'error' });
    // Only its headers say something, but left unread it counts as broken off when the page is left.
    await answer.arrayBuffer();
    return answer;
  };
  const offsetOf = answer => Number(answer.headers.get('Upload-Offset'));

  // Gives the id of the upload; null when the house will not have it so.
  const send = async (file, address, tell) => {
    const metadata = `sha256 ${await hash(file)}`;
    let at = 0, location = null, wait = 1000, failed = 0;
    for (;;) {
      try {
        if (!location) {
          const begun = await ask(address, 'POST', { 'Upload-Length': `${file.size}`, 'Upload-Metadata': metadata });
          if (begun.status < 500 && begun.status !== 201) return null;
          if (begun.status !== 201) throw begun.status;
          location = begun.headers.get('Location');
          at = offsetOf(begun);
        }
        while (at < file.size) {
          tell('sending', Math.floor(at * 100 / file.size));
          const part = file.slice(at, at + piece);
          const answer = await ask(location, 'PATCH', {
            'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': `${at}`, 'Upload-Checksum': `sha256 ${await hash(part)}`,
          }, part);
          if (answer.status >= 500 || answer.status === 460 || answer.status === 400) throw answer.status;
          if (answer.status === 409) at = offsetOf(await ask(location, 'HEAD', {}));
          else if (answer.status === 204) at = offsetOf(answer);
          else return null;
          [wait, failed] = [1000, 0];
        }
        return location.split('/').pop();
      } catch {
        // Not the connection's doing: the form sends the file itself.
        if (navigator.onLine && ++failed > 6) return null;
        tell('waiting', Math.floor(at * 100 / file.size));
        await backOnline(wait);
        wait = Math.min(wait * 2, 30000);
        // What of the last piece arrived is not known: asked anew.
        location = null;
      }
    }
  };

  const sendAll = async (input, told) => {
    const form = input.form;
    for (const file of [...input.files]) {
      const id = await send(file, input.dataset.uploads, (what, percent) => {
        told.textContent = input.dataset[what].replace('{name}', file.name).replace('{percent}', percent);
      });
      if (id === null) {
        told.textContent = '';
        return;
      }
      // The same photo chosen twice is one.
      if (!form.querySelector(`input[name="answer-upload"][value="${id}"]`)) {
        const field = document.createElement('input');
        Object.assign(field, { type: 'hidden', name: 'answer-upload', value: id });
        form.append(field);
      }
      const rest = new DataTransfer();
      for (const other of [...input.files].slice(1)) rest.items.add(other);
      input.files = rest.files;
      told.textContent = input.dataset.sent.replace('{name}', file.name);
    }
  };

  for (const input of document.querySelectorAll('input[type=file][data-shrunk]')) {
    const line = () => {
      const told = document.createElement('p');
      told.className = 'govuk-hint';
      told.setAttribute('role', 'status');
      input.after(told);
      return told;
    };
    const [way, told] = [line(), line()];
    let busy = 0, pressed = null;
    const prepare = async () => {
      const chosen = input.files;
      told.textContent = '';
      const kept = new DataTransfer();
      for (const file of chosen) kept.items.add(await smaller(file));
      // Something else was chosen meanwhile.
      if (input.files !== chosen) return;
      const [before, after] = [kilobytes(chosen), kilobytes(kept.files)];
      if (after !== before) {
        input.files = kept.files;
        told.textContent = input.dataset.shrunk.replace('{before}', before).replace('{after}', after);
      }
      if (!window.crypto?.subtle || input.files.length === 0) return;
      input.disabled = true;
      await sendAll(input, way);
      input.disabled = false;
    };
    input.addEventListener('change', async () => {
      busy++;
      try {
        await prepare();
      } finally {
        busy--;
      }
      if (pressed && busy === 0) input.form.requestSubmit(pressed);
    });
    // Whoever goes on while a file is on its way goes on when it has come.
    input.form.addEventListener('submit', event => {
      if (busy === 0) return;
      event.preventDefault();
      pressed = event.submitter;
    });
  }
})();
