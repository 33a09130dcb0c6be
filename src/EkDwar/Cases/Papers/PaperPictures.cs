using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Drawing;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Papers;

/// <summary>
/// The pages of papers as officers see them: drawn once, kept sealed beside the paper, and read from there. It asks nothing
/// about who may look, and records no look.
/// </summary>
public sealed class PaperPictures(EkDwarDb db, FileStore files, PageDrawer drawer, TimeProvider time)
{
    /// <summary>A page that could not be drawn is tried again: the program that draws may have been mended since.</summary>
    static readonly TimeSpan Again = TimeSpan.FromHours(1);

    /// <summary>Whether the page can be shown; it is drawn when it never was.</summary>
    public async Task<bool> Has(PaperFile part, int page) => (await Drawn(part, page))?.PictureId is not null;

    /// <summary>The page as JPEG; null when it cannot be shown.</summary>
    public async Task<byte[]?> Of(PaperFile part, int page) =>
        (await Drawn(part, page))?.PictureId is { } id ? files.Read(id, part.OpenKey, Context(page)) : null;

    async Task<PaperPicture?> Drawn(PaperFile part, int page)
    {
        var kept = await Find(part, page);
        var now = time.UtcNow();
        if (kept is not null && (kept.PictureId is not null || now - kept.DrawnAt < Again)) return kept;
        var drawn = await drawer.Draw(part.Read(files), part.Format, page);
        if (!drawn.IsForGood) return null;
        var id = drawn.Picture is null ? null : files.Put(drawn.Picture, part.OpenKey, Context(page)).Id;
        if (kept is null) db.Add(kept = new() { FileId = part.File, Page = page });
        (kept.PictureId, kept.DrawnAt) = (id, now);
        if (await db.TrySave()) return kept;
        // Two officers looked at it first at the same time.
        db.ChangeTracker.Clear();
        if (id is not null) files.Delete(id);
        return await Find(part, page);
    }

    Task<PaperPicture?> Find(PaperFile part, int page) => db.Set<PaperPicture>().FirstOrDefaultAsync(picture => picture.FileId == part.File && picture.Page == page);

    static byte[] Context(int page) => Sealing.Context("paper-picture", page);
}
