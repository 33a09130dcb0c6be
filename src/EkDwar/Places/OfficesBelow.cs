using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Places;

/// <summary>An office and those below it: whose place lies within its own, at any depth. Another office in the same place is beside it, not below.</summary>
public sealed class OfficesBelow(EkDwarDb db, TimeProvider time)
{
    public IQueryable<Office> Of(Guid officeId)
    {
        var today = time.Today();
        var within = db.Database.SqlQuery<Guid>($"""
            with recursive below (place_id) as (
              select p.place_id from place_spells p join offices o on p.parent_id = o.place_id
                where o.office_id = {officeId} and p.from_on <= {today} and (p.until_on is null or p.until_on >= {today})
              union
              select p.place_id from place_spells p join below b on p.parent_id = b.place_id
                where p.from_on <= {today} and (p.until_on is null or p.until_on >= {today}))
            select place_id as "Value" from below
            """);
        return db.Set<Office>().AsNoTracking().Where(office => office.OfficeId == officeId || within.Contains(office.PlaceId));
    }
}
