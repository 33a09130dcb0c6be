namespace EkDwar.Tests.Deadlines;

/// <summary>Dates under Punjab's act of 2018. Silence counts every day; a closed last day moves to the next open one; two days are added for a kendra.</summary>
static class CountedInPunjab
{
    public static readonly CountedDate[] All =
    [
        new("pb", "10 working", "Wed 2026-11-04", "Fri 2026-11-20", "November 5-6: 1-2, 9 Vishwakarma Day, 10-13: 3-6, 16 Sarabha, 17-20: 7-10"),
        new("pb", "5 working", "Wed 2026-12-23", "Fri 2027-01-01", "December 24: 1, 25 Christmas, 28 Shaheedi Sabha, 29-31: 2-4, January 1: 5"),
        new("pb", "21 calendar", "Mon 2026-10-05", "Tue 2026-10-27", "October 6-26: 1-21, Valmiki's birthday; 27 is open"),
        new("pb", "1 working", "Thu 2026-12-24", "Tue 2026-12-29", "December 25 Christmas, 26 and 27 weekend, 28 Shaheedi Sabha, 29: 1"),
        new("pb", "30 working", "Mon 2026-10-05", "Fri 2026-11-20", "October 6-9: 1-4, 12-16: 5-9, 19: 10, 20 Dasara, 21-23: 11-13, 26 Valmiki, 27-30: 14-17, November 2-6: 18-22, 9 Vishwakarma, 10-13: 23-26, 16 Sarabha, 17-20: 27-30"),
        new("pb", "45 unstated", "Wed 2026-02-04", "Tue 2026-03-24", "February 5-28: 1-24, March 1-21: 25-45, Id and a Saturday; 22 Sunday, 23 Martyrdom Day, 24 is open"),
        new("pb", "60 working", "Mon 2026-03-02", "Fri 2026-06-05", "March 3: 1, 4 Holi, 5-6: 2-3, 9-13: 4-8, 16-20: 9-13, 23 Martyrdom Day, 24-25: 14-15, 26 Ram Navami, 27: 16, 30: 17, 31 Mahavir Jayanti, April 1-2: 18-19, 3 Good Friday, 6-7: 20-21, 8 Nabha Dass, 9-10: 22-23, 13: 24, 14 Vaisakhi, 15-17: 25-27, 20-24: 28-32, 27-30: 33-36, May 1 May Day, 4-8: 37-41, 11-15: 42-46, 18-22: 47-51, 25-26: 52-53, 27 Bakri Id, 28-29: 54-55, June 1-5: 56-60"),
        new("pb", "90 unstated", "Wed 2026-10-07", "Tue 2027-01-05", "October 8-31: 1-24, November 1-30: 25-54, December 1-31: 55-85, January 1-5: 86-90"),
        new("pb", "15 calendar", "Fri 2027-02-19", "Mon 2027-03-08", "no leap year. February 20-28: 1-9, March 1-6: 10-15, a Saturday; 8 is open"),
        new("pb", "10 working", "Tue 2027-04-06", "Thu 2027-04-22", "April 7: 1, 8 Nabha Dass, 9: 2, 12-13: 3-4, 14 Vaisakhi, 15-16: 5-6, 19-22: 7-10"),
        new("pb", "immediate", "Sat 2026-11-07", "Tue 2026-11-10", "November 7 Saturday, 8 Diwali and a Sunday, 9 Vishwakarma, 10 is open"),
        // Two days more for a kendra; at once stays at once.
        new("pb", "7 working kendra", "Mon 2026-03-16", "Wed 2026-04-01", "nine days. March 17-20: 1-4, 23 Martyrdom Day, 24-25: 5-6, 26 Ram Navami, 27: 7, 30: 8, 31 Mahavir Jayanti, April 1: 9"),
        new("pb", "7 working web", "Mon 2026-03-16", "Fri 2026-03-27", "the same by the portal. March 17-20: 1-4, 23 Martyrdom Day, 24-25: 5-6, 26 Ram Navami, 27: 7"),
        new("pb", "21 unstated kendra", "Fri 2026-05-08", "Mon 2026-06-01", "23 days. May 9-31: 1-23, a Sunday; June 1 is open"),
        new("pb", "5 working kendra", "Wed 2026-04-01", "Thu 2026-04-16", "seven days and a query. April 2: 1, 3 Good Friday, 6-7: 2-3, 8 Nabha Dass, 9 waits, 10: 4, 13: 5, 14 Vaisakhi, 15-16: 6-7", "query 2026-04-09/2026-04-10"),
        new("pb", "immediate kendra", "Wed 2026-05-06", "Wed 2026-05-06", "May 6 is open"),
        // What starts the clock comes later than the application.
        new("pb", "3 working", "Tue 2026-04-07", "Mon 2026-04-13", "the papers of the police came on Tuesday the 7th. April 8 Nabha Dass, 9-10: 1-2, 13: 3", "received 2026-04-01"),
        new("pb", "3 working", "Thu 2026-06-18", "Tue 2026-06-23", "the papers of the police came on the day of Guru Arjun Dev. June 19: 1, 22-23: 2-3", "received 2026-06-15"),
        new("pb", "15 unstated", "Wed 2026-07-29", "Thu 2026-08-13", "thirty days of public notice ended on 29 July. July 30-31: 1-2, August 1-13: 3-15", "received 2026-06-29"),
        new("pb", "30 working kendra", "Mon 2026-02-02", "Thu 2026-03-19", "the other state's verification came on 2 February; 32 days. February 3-6: 1-4, 9-13: 5-9, 16-20: 10-14, 23-27: 15-19, March 2-3: 20-21, 4 Holi, 5-6: 22-23, 9-13: 24-28, 16-19: 29-32", "received 2026-01-20"),
        // Waiting for the citizen.
        new("pb", "10 working", "Mon 2026-11-02", "Fri 2026-11-27", "over Diwali. November 3-4: 1-2, 5-16 wait or are closed, 17-20: 3-6, 23: 7, 24 Guru Nanak Jayanti, 25-27: 8-10", "query 2026-11-05/2026-11-17"),
        new("pb", "7 working", "Mon 2026-06-22", "Tue 2026-07-07", "June 23: 1, 24-26 wait, 29 Kabir Jayanti, 30: 2, July 1-3: 3-5, 6-7: 6-7", "fee 2026-06-24/2026-06-30"),
        new("pb", "15 calendar", "Mon 2026-08-17", "Mon 2026-09-07", "a second query costs no day. August 18-19: 1-2, 20-23 wait, 24-31: 3-10, September 1-5: 11-15, a Saturday; 7 is open", "query 2026-08-20/2026-08-24, second_query 2026-08-27/2026-08-31"),
    ];
}
