namespace EkDwar.Tests.Deadlines;

/// <summary>Dates under Haryana's act of 2014. Silence counts every day; a closed last day moves to the next open one; nothing is added for a channel.</summary>
static class CountedInHaryana
{
    public static readonly CountedDate[] All =
    [
        new("hr", "15 working", "Thu 2026-01-22", "Mon 2026-02-16", "January 23 Chhotu Ram, 26 Republic Day, 27-30: 1-4, February 2-6: 5-9, 9-13: 10-14, 16: 15"),
        new("hr", "10 working", "Fri 2026-03-13", "Mon 2026-03-30", "March 16-20: 1-5, 23 Martyrdom Day, 24-27: 6-9, 30: 10"),
        new("hr", "30 calendar", "Wed 2026-09-02", "Mon 2026-10-05", "September 3-30: 1-28, October 1-2: 29-30, Gandhi Jayanti and a Friday; 3 and 4 weekend, 5 is open"),
        new("hr", "60 unstated", "Mon 2026-06-01", "Mon 2026-08-03", "June 2-30: 1-29, July 1-31: 30-60, Udham Singh and a Friday; August 1 and 2 weekend, 3 is open"),
        new("hr", "90 calendar", "Mon 2026-07-27", "Tue 2026-10-27", "July 28-31: 1-4, August 1-31: 5-35, September 1-30: 36-65, October 1-25: 66-90, a Sunday; 26 Valmiki, 27 is open"),
        new("hr", "15 calendar", "Fri 2026-07-31", "Mon 2026-08-17", "begins on a holiday. August 1-15: 1-15, Independence Day and a Saturday; 16 Sunday, 17 is open"),
        new("hr", "60 working", "Mon 2026-09-07", "Fri 2026-12-04", "September 8-11: 1-4, 14-18: 5-9, 21-22: 10-11, 23 Martyrs of Haryana, 24-25: 12-13, 28-30: 14-16, October 1: 17, 2 Gandhi Jayanti, 5-9: 18-22, 12-16: 23-27, 19-23: 28-32, 26 Valmiki, 27-30: 33-36, November 2-6: 37-41, 9-13: 42-46, 16-20: 47-51, 23: 52, 24 Guru Nanak Jayanti, 25-27: 53-55, 30: 56, December 1-4: 57-60"),
        new("hr", "30 working", "Wed 2026-12-16", "Fri 2027-01-29", "as long as an appeal may take. December 17-18: 1-2, 21-24: 3-6, 25 Christmas, 28-31: 7-10, January 1: 11, 4-8: 12-16, 11-15: 17-21, 18-22: 22-26, 25: 27, 26 Republic Day, 27-29: 28-30"),
        new("hr", "10 working", "Fri 2027-10-22", "Mon 2027-11-08", "October 25-29: 1-5, November 1 Haryana Day, 2-5: 6-9, 8: 10"),
        new("hr", "7 working", "Wed 2028-02-23", "Fri 2028-03-03", "a leap year. February 24-25: 1-2, 28-29: 3-4, March 1-3: 5-7"),
        new("hr", "7 working kendra", "Mon 2026-02-09", "Wed 2026-02-18", "this act adds nothing for a kendra. February 10-13: 1-4, 16-18: 5-7 (Mahashivratri is the Sunday before)"),
        new("hr", "immediate", "Fri 2026-01-23", "Tue 2026-01-27", "January 23 Chhotu Ram, 24 and 25 weekend, 26 Republic Day, 27 is open"),
        new("hr", "immediate", "Mon 2026-07-20", "Mon 2026-07-20", "July 20 is open"),
        new("hr", "3 working", "Sun 2026-10-25", "Thu 2026-10-29", "fee paid on a Sunday. October 26 Valmiki, 27-29: 1-3", "received 2026-10-23"),
        // Waiting for the citizen.
        new("hr", "3 working", "Mon 2026-07-06", "Mon 2026-07-13", "asked on the first day. July 7 and 8 wait, 9-10: 1-2, 13: 3", "query 2026-07-06/2026-07-09"),
        new("hr", "5 working", "Tue 2026-01-20", "Fri 2026-01-30", "January 21: 1, 22 waits, 23 Chhotu Ram, 26 Republic Day, 27-30: 2-5", "query 2026-01-22/2026-01-27"),
        new("hr", "5 working", "Thu 2026-09-17", "Tue 2026-09-29", "September 18: 1, 21 and 22 wait, 23 Martyrs of Haryana, on which she answered, 24-25: 2-3, 28-29: 4-5", "query 2026-09-21/2026-09-23"),
        new("hr", "7 working", "Tue 2026-03-17", "Wed 2026-04-01", "asked on the last day. March 18-20: 1-3, 23 Martyrdom Day, 24-26: 4-6, 27, 30 and 31 wait, April 1: 7", "query 2026-03-27/2026-04-01"),
        new("hr", "7 working", "Mon 2026-10-05", "Fri 2026-10-16", "a second query costs no day. October 6: 1, 7-8 wait, 9: 2, 12-16: 3-7", "query 2026-10-07/2026-10-09, second_query 2026-10-13/2026-10-16"),
        new("hr", "10 working", "Mon 2026-12-21", "Wed 2027-01-13", "a query, then a consent over the year's end. December 22-23 wait, 24: 1, 25 Christmas, 28-29: 2-3, 30 to January 4 wait, 5-8: 4-7, 11-13: 8-10", "query 2026-12-22/2026-12-24, consent 2026-12-30/2027-01-05"),
        new("hr", "15 calendar", "Mon 2026-08-31", "Thu 2026-09-17", "a fee the office worked out. September 1-8: 1-8, 9 and 10 wait, 11-17: 9-15", "fee 2026-09-09/2026-09-11"),
    ];
}
