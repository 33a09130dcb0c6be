namespace EkDwar.Tests.Deadlines;

/// <summary>Dates under Maharashtra's act of 2015. Silence counts every day; a closed last day moves to the next open one; an election or a calamity may take days out (rule 4).</summary>
static class CountedInMaharashtra
{
    /// <summary>Nothing happens between start and last day.</summary>
    public static readonly CountedDate[] Plain =
    [
        new("mh", "15 working", "Mon 2026-03-02", "Wed 2026-03-25", "March 3 Holi, 4-6: 1-3, 9-13: 4-8, 16-18: 9-11, 19 Gudhi Padwa, 20: 12, 23-25: 13-15"),
        new("mh", "5 working", "Thu 2026-11-05", "Mon 2026-11-16", "November 6: 1, 9: 2 (Diwali itself is the Sunday before), 10 Bali Pratipada, 11 Bhaubeej, 12: 3, 13: 4, 16: 5"),
        new("mh", "7 working", "Thu 2026-12-24", "Tue 2027-01-05", "December 25 Christmas, 28-31: 1-4, January 1: 5, 4: 6, 5: 7"),
        new("mh", "15 calendar", "Sat 2026-10-31", "Mon 2026-11-16", "November 1: 1, 15: 15, a Sunday; 16 is open"),
        new("mh", "15 calendar", "Mon 2026-10-26", "Thu 2026-11-12", "October 27-31: 1-5, November 1-10: 6-15, Bali Pratipada; 11 Bhaubeej, 12 is open"),
        new("mh", "30 calendar", "Fri 2026-01-16", "Mon 2026-02-16", "January 17-31: 1-15, February 1-15: 16-30, Mahashivratri and a Sunday; 16 is open"),
        new("mh", "5 working", "Fri 2027-01-22", "Mon 2027-02-01", "January 25: 1, 26 Republic Day, 27-29: 2-4, February 1: 5"),
        new("mh", "15 unstated", "Sun 2026-08-30", "Tue 2026-09-15", "sent on a Sunday. August 31: 1, September 1-14: 2-15, Ganesh Chaturthi; 15 is open"),
        new("mh", "21 unstated", "Fri 2026-09-11", "Mon 2026-10-05", "September 12-30: 1-19, October 1: 20, 2: 21, Gandhi Jayanti and a Friday; 3 and 4 are the weekend"),
        new("mh", "45 unstated", "Tue 2026-03-17", "Mon 2026-05-04", "March 18-31: 1-14, April 1-30: 15-44, May 1: 45, Maharashtra Day and a Friday; 2 and 3 are the weekend"),
        new("mh", "60 unstated", "Wed 2026-07-01", "Mon 2026-08-31", "July 2-31: 1-30, August 1-30: 31-60, a Sunday; 31 is open"),
        new("mh", "90 calendar", "Tue 2026-11-10", "Mon 2027-02-08", "begins on Bali Pratipada. November 11-30: 1-20, December 1-31: 21-51, January 1-31: 52-82, February 1-8: 83-90"),
        new("mh", "60 working", "Mon 2026-06-01", "Tue 2026-08-25", "June 2-5: 1-4, 8-12: 5-9, 15-19: 10-14, 22-25: 15-18, 26 Moharram, 29-30: 19-20, July 1-3: 21-23, 6-10: 24-28, 13-17: 29-33, 20-24: 34-38, 27-31: 39-43, August 3-7: 44-48, 10-14: 49-53, 17-21: 54-58, 24-25: 59-60"),
        new("mh", "90 working", "Mon 2026-08-03", "Wed 2026-12-16", "August 4-7: 1-4, 10-14: 5-9, 17-21: 10-14, 24-25: 15-16, 26 Id-e-Milad, 27-28: 17-18, 31: 19, September 1-4: 20-23, 7-11: 24-28, 14 Ganesh Chaturthi, 15-18: 29-32, 21-25: 33-37, 28-30: 38-40, October 1: 41, 2 Gandhi Jayanti, 5-9: 42-46, 12-16: 47-51, 19: 52, 20 Dasara, 21-23: 53-55, 26-30: 56-60, November 2-6: 61-65, 9: 66, 10 and 11 Diwali, 12-13: 67-68, 16-20: 69-73, 23: 74, 24 Guru Nanak Jayanti, 25-27: 75-77, 30: 78, December 1-4: 79-82, 7-11: 83-87, 14-16: 88-90"),
        // Leap years, and one that is none.
        new("mh", "1 working", "Mon 2028-02-28", "Tue 2028-02-29", "February 29: 1"),
        new("mh", "30 calendar", "Sun 2028-01-30", "Tue 2028-02-29", "January 31: 1, February 1-29: 2-30"),
        new("mh", "15 calendar", "Tue 2024-02-20", "Wed 2024-03-06", "February 21-29: 1-9, March 1-6: 10-15"),
        // Before 29 February 2020 offices were closed on second and fourth Saturdays only.
        new("mh", "5 working", "Fri 2020-02-07", "Fri 2020-02-14", "February 8 second Saturday, 10-14: 1-5"),
        new("mh", "3 working", "Thu 2020-01-30", "Mon 2020-02-03", "January 31: 1, February 1, first Saturday: 2, 2 Sunday, 3: 3"),
        new("mh", "7 working", "Thu 2020-02-20", "Mon 2020-03-02", "February 21: 1, 22 fourth Saturday, 24-28: 2-6, 29 first Saturday of the five-day week, March 1 Sunday, 2: 7"),
        new("mh", "10 working", "Fri 2020-01-03", "Thu 2020-01-16", "January 4, first Saturday: 1, 5 Sunday, 6-10: 2-6, 11 second Saturday, 13-16: 7-10"),
        new("mh", "3 working", "Thu 2019-11-28", "Mon 2019-12-02", "November 29: 1, 30, fifth Saturday: 2, December 1 Sunday, 2: 3"),
        new("mh", "15 calendar", "Fri 2020-01-03", "Sat 2020-01-18", "January 4-18: 1-15, third Saturday, open then"),
        new("mh", "15 calendar", "Fri 2020-01-10", "Mon 2020-01-27", "January 11-25: 1-15, fourth Saturday; 26 Sunday, 27 is open in this calendar, which has no holidays of 2020"),
        new("mh", "immediate", "Sat 2020-02-29", "Mon 2020-03-02", "February 29 first Saturday of the five-day week, March 1 Sunday, 2 is open"),
        // At once.
        new("mh", "immediate", "Wed 2026-04-15", "Wed 2026-04-15", "April 15 is open"),
        new("mh", "immediate", "Fri 2026-04-03", "Mon 2026-04-06", "April 3 Good Friday, 4 and 5 weekend, 6 is open"),
        // The clock starts later than the application came.
        new("mh", "1 working", "Mon 2026-03-30", "Wed 2026-04-01", "fee paid on Monday the 30th. March 31 Mahavir Jayanti, April 1, a holiday of banks only: 1", "received 2026-03-28"),
        new("mh", "15 calendar", "Tue 2026-10-20", "Wed 2026-11-04", "fee paid on Dasara. October 21-31: 1-11, November 1-4: 12-15", "received 2026-10-19"),
        new("mh", "7 working", "Thu 2026-05-28", "Mon 2026-06-08", "the last paper came on Bakri Id. May 29: 1, June 1-5: 2-6, 8: 7", "received 2026-05-22"),
        new("mh", "7 working kendra", "Mon 2026-06-08", "Wed 2026-06-17", "this act adds nothing for a kendra. June 9-12: 1-4, 15-17: 5-7"),
    ];

    /// <summary>The clock waits for the citizen, or does not though something was asked.</summary>
    public static readonly CountedDate[] Waiting =
    [
        new("mh", "7 working", "Mon 2026-06-15", "Tue 2026-06-30", "June 16-17: 1-2, 18, 19 and 22 wait, 23-25: 3-5, 26 Moharram, 29-30: 6-7", "query 2026-06-18/2026-06-23"),
        new("mh", "7 working", "Mon 2026-06-15", "Wed 2026-06-24", "asked and answered on one day. June 16-19: 1-4, 22-24: 5-7", "query 2026-06-18/2026-06-18"),
        new("mh", "5 working", "Mon 2026-01-12", "Tue 2026-01-27", "asked on the last day. January 13-16: 1-4, 19-23 wait, answered on Saturday the 24th, 26 Republic Day, 27: 5", "query 2026-01-19/2026-01-24"),
        new("mh", "5 working", "Tue 2026-11-03", "Mon 2026-11-16", "November 4-5: 1-2, 6 and 9 wait, 10 Bali Pratipada, 11 Bhaubeej, on which she answered, 12-13: 3-4, 16: 5", "query 2026-11-06/2026-11-11"),
        new("mh", "15 calendar", "Mon 2026-06-01", "Mon 2026-06-22", "June 2-7: 1-6, 8-11 wait, 12-20: 7-15, a Saturday; 22 is open", "query 2026-06-08/2026-06-12"),
        new("mh", "10 working", "Mon 2026-03-09", "Wed 2026-04-08", "March 10-13: 1-4, 16: 5, 17-31 wait or are closed, April 1-2: 6-7, 3 Good Friday, 6-8: 8-10", "query 2026-03-17/2026-04-01"),
        new("mh", "7 working", "Mon 2026-12-21", "Mon 2027-01-11", "over the year's end. December 22: 1, 23 to January 1 wait or are closed, January 4-8: 2-6, 11: 7", "query 2026-12-23/2027-01-04"),
        new("mh", "15 calendar", "Mon 2026-12-14", "Tue 2027-01-12", "asked and answered on Sundays, over the year's end. December 15-19: 1-5, 20 to January 2 wait, January 3-12: 6-15", "query 2026-12-20/2027-01-03"),
        new("mh", "10 working", "Mon 2026-07-06", "Tue 2026-07-28", "a query, then a fee. July 7: 1, 8-10 wait, 13-15: 2-4, 16, 17 and 20 wait, 21-24: 5-8, 27-28: 9-10", "query 2026-07-08/2026-07-13, fee 2026-07-16/2026-07-21"),
        new("mh", "15 calendar", "Wed 2026-09-09", "Thu 2026-10-01", "a query over Ganesh Chaturthi, then a consent. September 10: 1, 11-14 wait, 15-18: 2-5, 19-21 wait, 22-30: 6-14, October 1: 15", "query 2026-09-11/2026-09-15, consent 2026-09-19/2026-09-22"),
        new("mh", "7 working", "Mon 2026-08-03", "Mon 2026-08-17", "a second query costs no day. August 4: 1, 5-7 wait, 10-14: 2-6, 17: 7", "query 2026-08-05/2026-08-10, second_query 2026-08-11/2026-08-17"),
        new("mh", "7 working", "Mon 2026-06-08", "Wed 2026-06-17", "a field visit is the office at work. June 9-12: 1-4, 15-17: 5-7", "field_verification 2026-06-10/2026-06-12"),
        new("mh", "15 calendar", "Sat 2026-10-31", "Wed 2026-11-18", "asked on the open day to which the last had moved. November 1-15: 1-15, a Sunday; 16 and 17 wait, 18 is open", "query 2026-11-16/2026-11-18"),
        new("mh", "15 calendar", "Sat 2026-10-31", "Thu 2026-11-19", "asked on the Sunday that would have been the fifteenth. November 1-14: 1-14, 15-18 wait, 19: 15", "query 2026-11-15/2026-11-19"),
        new("mh", "15 calendar", "Mon 2026-06-01", "Thu 2026-06-18", "the Sunday of the answer counts. June 2-11: 1-10, 12 and 13 wait, 14-18: 11-15", "query 2026-06-12/2026-06-14"),
        new("mh", "5 working", "Mon 2026-07-13", "Mon 2026-07-20", "asked on Saturday, answered on Sunday: no day lost. July 14-17: 1-4, 20: 5", "query 2026-07-18/2026-07-19"),
        new("mh", "5 working", "Mon 2026-06-01", "Mon 2026-06-08", "asked when the limit was over. June 2-5: 1-4, 8: 5", "query 2026-06-09/2026-06-12"),
        new("mh", "immediate", "Wed 2026-06-24", "Mon 2026-06-29", "June 24 and 25 wait, 26 Moharram, 27 Saturday, on which she answered, 28 Sunday, 29 is open", "query 2026-06-24/2026-06-27"),
    ];

    /// <summary>An order takes days out of the limit.</summary>
    public static readonly CountedDate[] Ordered =
    [
        new("mh", "15 unstated", "Mon 2026-11-16", "Fri 2026-12-11", "November 17-19: 1-3, 20-29 election, 30: 4, December 1-11: 5-15", "election 2026-11-20..2026-11-29"),
        new("mh", "7 working", "Mon 2026-07-20", "Wed 2026-08-05", "over what would have been the last day, 29 July. July 21-24: 1-4, 27-31 calamity, August 3-5: 5-7", "calamity 2026-07-27..2026-07-31"),
        new("mh", "7 working", "Mon 2026-07-20", "Wed 2026-07-29", "begins after the last day. July 21-24: 1-4, 27-29: 5-7", "calamity 2026-07-30..2026-08-07"),
        new("mh", "15 calendar", "Wed 2026-08-12", "Thu 2026-08-27", "ends on the day of the start, which does not count anyway. August 13-27: 1-15", "calamity 2026-08-03..2026-08-12"),
        new("mh", "15 calendar", "Sat 2026-10-31", "Thu 2026-11-19", "over the open day to which the last moved. November 1-15: 1-15, a Sunday; 16-18 election, 19 is open", "election 2026-11-16..2026-11-18"),
        new("mh", "15 calendar", "Mon 2026-06-01", "Mon 2026-06-22", "ended early. June 2-7: 1-6, 8-12 calamity, 13-21: 7-15, a Sunday; 22 is open", "calamity 2026-06-08..2026-06-17, restored calamity 2026-06-13..2026-06-17"),
        new("mh", "7 working", "Thu 2026-08-06", "Mon 2026-08-17", "taken back before it began. August 7: 1, 10-14: 2-6, 17: 7", "calamity 2026-08-10..2026-08-14, restored calamity 2026-08-10..2026-08-14"),
        new("mh", "10 working", "Mon 2026-11-16", "Tue 2026-12-08", "two orders that overlap. November 17-19: 1-3, 20 and 23 election, 24 Guru Nanak Jayanti, 25-27 calamity, 30: 4, December 1-4: 5-8, 7-8: 9-10", "election 2026-11-20..2026-11-24, calamity 2026-11-23..2026-11-27"),
        new("mh", "7 working", "Fri 2026-06-05", "Tue 2026-06-23", "one ended early and the other stands. June 8-10 calamity, 11-12: 1-2, 15-16 election, 17-19: 3-5, 22-23: 6-7", "calamity 2026-06-08..2026-06-19, election 2026-06-15..2026-06-16, restored calamity 2026-06-11..2026-06-19, calamity 2026-06-08..2026-06-10, election 2026-06-15..2026-06-16"),
        new("mh", "10 working", "Mon 2026-09-07", "Wed 2026-09-30", "an order and a query overlap. September 8: 1, 9-10 calamity, 11-17 calamity, wait or closed, 18: 2, 21-25: 3-7, 28-30: 8-10", "calamity 2026-09-09..2026-09-15, query 2026-09-11/2026-09-18"),
        new("mh", "15 unstated", "Mon 2026-12-21", "Mon 2027-01-18", "over the year's end. December 22-25: 1-4, 26 to January 6 election, January 7-17: 5-15, a Sunday; 18 is open", "election 2026-12-26..2027-01-06"),
        new("mh", "immediate", "Mon 2026-07-06", "Thu 2026-07-09", "July 6-8 calamity, 9 is open", "calamity 2026-07-06..2026-07-08"),
    ];
}
