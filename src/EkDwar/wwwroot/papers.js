// Makes photos smaller before they are sent, so that a poor connection carries them: 1,600 pixels are enough to read a
// paper. Without this script, or when a picture does not open here, the file goes as it is.
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

  for (const input of document.querySelectorAll('input[type=file][data-shrunk]')) {
    const told = document.createElement('p');
    told.className = 'govuk-hint';
    told.setAttribute('role', 'status');
    input.after(told);
    input.addEventListener('change', async () => {
      const chosen = input.files;
      told.textContent = '';
      const kept = new DataTransfer();
      for (const file of chosen) kept.items.add(await smaller(file));
      // Something else was chosen meanwhile.
      if (input.files !== chosen) return;
      const [before, after] = [kilobytes(chosen), kilobytes(kept.files)];
      if (after === before) return;
      input.files = kept.files;
      told.textContent = input.dataset.shrunk.replace('{before}', before).replace('{after}', after);
    });
  }
})();
