using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Places;

/// <summary>An office and those below it: whose place lies within its own, at any depth. Another office in the same place is beside it, not below.</summary>
public sealed class OfficesBelow(EkDwarDb db)
{
    public IQueryable<Office> Of(Guid officeId)
    {
        var within = db.Database.SqlQuery<Guid>($"""
            with recursive below (place_id) as (
              select p.place_id from places p join offices o on p.parent_id = o.place_id where o.office_id = {officeId}
              union
              select p.place_id from places p join below b on p.parent_id = b.place_id)
            select place_id as "Value" from below
            """);
        return db.Set<Office>().AsNoTracking().Where(office => office.OfficeId == officeId || within.Contains(office.PlaceId));
    }
}
