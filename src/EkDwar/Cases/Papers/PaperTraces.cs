using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Papers;

/// <summary>What the house keeps about stored files beside them: pictures drawn of them, and their time in quarantine.</summary>
static class PaperTraces
{
    /// <summary>Removes all of it in the coming save. Gives the stored pictures, which are then to be deleted.</summary>
    public static async Task<IReadOnlyList<string>> Forget(EkDwarDb db, IReadOnlyCollection<string> fileIds)
    {
        var pictures = await db.Set<PaperPicture>().Where(picture => fileIds.Contains(picture.FileId)).ToListAsync();
        db.RemoveRange(pictures);
        // A waiting file's key stands there a second time.
        db.RemoveRange(await db.Set<PaperScan>().Where(scan => fileIds.Contains(scan.FileId)).ToListAsync());
        return [.. pictures.Select(picture => picture.PictureId).OfType<string>()];
    }
}
