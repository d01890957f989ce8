// To whom an act is done, by the slot of its frame.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Finds the target of a verb in its own clause and in what that runs on into.</summary>
internal sealed class Targets(WordIndex words, List<Clause> clauses, PhraseSet phrases)
{
    public IReadOnlyList<string> Of(Candidate candidate, ActorPhrase? subject)
    {
        var clause = clauses[candidate.Clause];
        // "cuộc không kích mà Israel tiến hành vào Doha": the last part of a head may stand in a later clause.
        var end = Math.Max(Clauses.RunEnd(clauses, candidate.Clause), candidate.Last > candidate.HeadEnd && Triggers.ClauseAt(clauses, candidate.Last - 1) is >= 0 and var last ? clauses[last].Last : 0);
        var right = phrases.Actors.Where(one => one.First >= candidate.HeadEnd && one.First < end && one != subject && !(subject is not null && one.Codes.Count > 0 && one.Codes.All(subject.Codes.Contains))).ToList();
        // "lên án và cắt tiền cho Liên Hợp Quốc": the next verb's companions are its own.
        if (end > clause.Last) right.RemoveAll(one => one.First >= clause.Last && clauses[Triggers.ClauseAt(clauses, one.First)] is { Kind: ClauseKind.Also } next
                && Enumerable.Range(next.First, one.First - next.First).Any(at => words.StartingAt(at).Any(word => word.Entry is FrameEntry { Frame.Form: not "noun" })) && one.Governor is Governor.To or Governor.With or Governor.Place or Governor.From);
        // "vi phạm nghị quyết của Hội đồng Bảo an": the body whose rule is broken breaks nothing.
        if (candidate.Frame.Act == "accuse-breach") right.RemoveAll(one => one.Governor == Governor.Owner && (one.IsBody || one.IsOffice));
        // "kiện Nga ra ICJ", "nộp đơn kiện Mỹ lên WTO": the court is not sued.
        if (candidate.Frame.Objects.Contains("court") && candidate.Frame.Act is "accuse" or "accuse-breach") right.RemoveAll(one => one.IsBody && (one.First > candidate.HeadEnd || candidate.Tokens > 1));
        // "gửi công hàm phản đối lên Liên Hiệp Quốc": where a protest is lodged is not whom it is against.
        if (candidate.Frame is { Act: "criticize", Form: "light-verb" }) right.RemoveAll(one => one is { IsBody: true, Governor: Governor.To or Governor.Place });
        // "cáo buộc ngân hàng này rửa tiền giúp Triều Tiên": who is accused is pointed at, and whom he helped is not.
        if (candidate.IsPointed && candidate.Frame.Act == "accuse") right.RemoveAll(one => one.First - candidate.HeadEnd > 2);
        // "phê chuẩn nghị định thư kết nạp Bắc Macedonia vào NATO": who is let in.
        if (candidate.Frame.Act is "ratify" or "domestic-step" && right.Exists(one => one.IsBody) && right.Find(one => !one.IsBody && one.Codes.Count > 0 && one.Governor is Governor.Bare or Governor.Dependent or Governor.Owner) is { } joining) return joining.Codes;
        switch (candidate.Frame.Target)
        {
            case Slot.Object:
                // "kêu gọi các nước phương Tây …": the head runs into the name of those who are asked.
                if (phrases.Actors.FirstOrDefault(one => one.First > candidate.First && one.First < candidate.HeadEnd && one.Last > candidate.HeadEnd && one.Codes.Count > 0) is { } begun && candidate.Last == candidate.HeadEnd) return begun.Codes;
                // "kêu gọi các nước, bao gồm cả Trung Quốc và Philippines, …": of all that are asked, those who are named.
                if (candidate.Frame.Act is "appeal" or "demand" && Members(candidate) is { } members) return members.Codes;
                // "kêu gọi quốc tế trừng phạt Nga": the world is asked, and not him whom the sentence names next.
                if (candidate.Frame.Act is "appeal" or "demand" && words.IsToWorld(candidate)) return [];
                var direct = right.FirstOrDefault(one => one.First - candidate.HeadEnd <= 3 && one.Governor is Governor.Bare or Governor.Dependent or Governor.Against or Governor.To or Governor.With or Governor.From)
                    // "dội bom xuống Kiev", "không kích thủ đô Beirut": after the last part of a head, and where force is used, a place is whom it hits.
                    ?? (candidate.Last > candidate.HeadEnd || candidate.Frame.Act is "attack" or "coerce" ? right.FirstOrDefault(one => one.First >= candidate.Last && one.First - candidate.Last <= 3 && (one.Governor is Governor.Bare or Governor.Dependent || one.Governor == Governor.Place && candidate.Frame.Act is "attack" or "coerce")) : null);
                if (direct is not null) return direct.Codes;
                if (candidate is { Thing: { Owners.Count: > 0 } its, Frame.Act: not "accuse-breach" }) return its.Owners;
                // "có chuyến thăm Trung Quốc": the owner went with the noun that the head ends with.
                if (candidate.Frame.Form != "noun" && phrases.Things.FirstOrDefault(one => one.First >= candidate.First && !(one.First == candidate.First && candidate.Last > candidate.HeadEnd) && one.First < candidate.HeadEnd && one.Last > candidate.HeadEnd && one.Owners.Count > 0) is { } held) return held.Owners;
                // "lên án vụ tấn công của Nga vào Kiev": whose deed it is comes before whom it hit.
                if (phrases.Things.FirstOrDefault(one => one.First >= candidate.HeadEnd && one.First < end && one.Owners.Count > 0) is { } deed) return deed.Owners;
                return (right.FirstOrDefault(one => one.Governor is Governor.Owner) ?? right.FirstOrDefault(one => one.Governor is Governor.Against or Governor.From or Governor.With or Governor.To))?.Codes ?? [];
            case Slot.OwnerOfObject:
                // One's own mission is closed to its host.
                if (candidate.Thing is { Hosts.Count: > 0 } there && (there.Owners.Count == 0 || subject is not null && there.Owners.SequenceEqual(subject.Codes))) return there.Hosts;
                if (candidate.Thing is { Owners.Count: > 0 } thing) return thing.Owners;
                if (candidate.Frame.Form == "predicate" && LeftOf(candidate) is { } owned) return owned;
                var owner = right.FirstOrDefault(one => one.Governor is Governor.Owner or Governor.With or Governor.Against or Governor.From)
                    ?? right.FirstOrDefault(one => one.First - candidate.HeadEnd <= 4 && one.Governor is Governor.Bare or Governor.Dependent)
                    ?? right.FirstOrDefault(one => one.Governor is Governor.To)
                    // "can thiệp bầu cử ở Romania": a vote is theirs where it is held.
                    ?? (candidate.Thing?.Class is "vote" or "program" ? right.FirstOrDefault(one => one.Governor is Governor.Place) : null);
                return owner?.Codes ?? phrases.Things.FirstOrDefault(one => one.First >= candidate.First && one.First < end && one.Owners.Count > 0)?.Owners ?? [];
            case Slot.None:
                return [];
            default:
                // "tặng Philippines năm radar": who is given stands right after the verb, before what is given.
                if (candidate.Frame.Target is Slot.To or Slot.At && candidate.Thing is { } gift
                    && right.FirstOrDefault(one => (one.First == candidate.HeadEnd && one.Governor == Governor.Bare || candidate.Frame.Act == "aid" && one.First - candidate.HeadEnd is 1 or 2 && one.Governor == Governor.Dependent) && one.Last <= gift.First) is { } given) return given.Codes;
                var governed = right.FirstOrDefault(one => Accepts(candidate.Frame.Target, one.Governor))
                    // "tổ chức tập trận chung với Mỹ và Pháp": with whom one exercises.
                    ?? (candidate is { Frame: { Act: "deploy", Target: Slot.At }, Thing.Class: "exercise" } ? right.FirstOrDefault(one => one.Governor == Governor.With) : null)
                    // "đã đề nghị LHQ cùng duy trì …": whom one proposes it to stands right behind.
                    ?? (candidate.Frame.Act == "propose" ? right.FirstOrDefault(one => one.First == candidate.HeadEnd && one.Governor == Governor.Bare) : null);
                // "sự ủng hộ đối với chủ quyền của Ukraine": whose that is towards which it is.
                if (governed is null && candidate.Frame.Target is Slot.Towards or Slot.To && Modality.IsWord(candidate.Frame.Act) && words.Begins("towards", candidate.HeadEnd - 1, candidate.HeadEnd + 3))
                {
                    if (phrases.Things.FirstOrDefault(one => one.First >= candidate.HeadEnd && one.First < clause.Last && one.Owners.Count > 0 && one.Owners.All(code => subject?.Codes.Contains(code) != true)) is { } theirs) return theirs.Owners;
                    governed = right.FirstOrDefault(one => one.Governor == Governor.Owner && one.First < clause.Last);
                }
                return governed?.Codes ?? (candidate.Frame.Target == Slot.At ? candidate.Thing?.Hosts : null) ?? [];
        }
    }

    /// <summary>How far behind a request those may be named who are among the asked, in tokens.</summary>
    private const int Asked = 8;

    /// <summary>Those whom a list names of all the states or sides that are asked for something. Null where none are.</summary>
    private ActorPhrase? Members(Candidate candidate)
    {
        if (!words.Begins("all-parties", candidate.First, candidate.HeadEnd + 2) && !words.Begins("world", candidate.First, candidate.HeadEnd + 2) && !words.Begins("both", candidate.First, candidate.HeadEnd + 2)) return null;
        for (var at = candidate.First + 1; at < candidate.HeadEnd + Asked; at++)
            if (words.At(at, "such-as") is { } such && phrases.Actors.FirstOrDefault(one => one.First - such.Last is 0 or 1 && one.Codes.Count > 0) is { } named) return named;
        return null;
    }

    /// <summary>Whose the thing is that a predicate speaks of: "hành động của Nga là phi pháp".</summary>
    private IReadOnlyList<string>? LeftOf(Candidate candidate)
    {
        var start = Clauses.RunStart(clauses, candidate.Clause);
        return phrases.Actors.LastOrDefault(one => one.Last <= candidate.First && one.First >= start && one.Governor == Governor.Owner)?.Codes
            ?? phrases.Actors.LastOrDefault(one => one.Last <= candidate.First && one.First >= start && one.Governor is Governor.Bare)?.Codes;
    }

    /// <summary>To whom a thing was meant that stands before its verb: "20 xe tăng cho Belarus đã được Úc cung cấp", "lệnh cấm đối với Belarus mà Úc áp đặt".</summary>
    public IReadOnlyList<string> Ahead(Candidate candidate, IReadOnlyList<string> source)
    {
        if (candidate.Thing is not { } thing || thing.Last > candidate.First || candidate.Frame.Target == Slot.None || candidate.Frame.Form is "noun" or "predicate") return [];
        return phrases.Actors.FirstOrDefault(one => one.First >= thing.Last && one.First - thing.Last <= 3 && one.Last <= candidate.First && IsAnother(one.Codes, source)
            && one.Governor is Governor.To or Governor.With or Governor.Against or Governor.From)?.Codes ?? [];
    }

    /// <summary>Who receives blame or praise that is another's: the subject, or whose deed the subject is.</summary>
    public IReadOnlyList<string> Receiving(Candidate candidate, IReadOnlyList<string> source)
    {
        var first = clauses[candidate.Clause].First;
        return (phrases.Actors.FirstOrDefault(one => one.First >= first && one.Last <= candidate.First && one.Governor == Governor.Owner && IsAnother(one.Codes, source))
            ?? phrases.Actors.FirstOrDefault(one => one.First >= first && one.Last <= candidate.First && one.Governor == Governor.Bare && IsAnother(one.Codes, source)))?.Codes
            ?? phrases.Things.FirstOrDefault(one => one.First >= first && one.Last <= candidate.First && IsAnother(one.Owners, source))?.Owners ?? [];
    }

    /// <summary>"phản đối các biện pháp trừng phạt mới đối với Nga", "ủng hộ lệnh cấm nhập khẩu từ Belarus": on whom the sanctions lie that are blamed, refused or praised; the words are not aimed at him, but at him whose they are.</summary>
    public IEnumerable<string> Bearers(Candidate candidate)
    {
        if (candidate.Frame.Act is not ("criticize" or "reject" or "support" or "object") || phrases.Things.FirstOrDefault(one => one.Class is "sanction" or "tariff" or "ban" && one.Start - candidate.HeadEnd is >= 0 and <= 3) is not { } measure) return [];
        var borne = phrases.Actors.FirstOrDefault(one => one.Governor is Governor.Against or Governor.With or Governor.To or Governor.From or Governor.Dependent && one.Start >= measure.First && one.Start - measure.Last <= 2)?.Codes ?? [];
        // "lệnh trừng phạt Belarus": without "của" it lies on whom it names, unless a verb behind says that he imposes it.
        return words.Begins("owner", measure.First, measure.Last) || words.At(measure.Last, "imposes") is not null ? borne : borne.Concat(measure.Owners);
    }

    /// <summary>Whose the things are that stand before a passive: "tài sản của Niger bị phong tỏa", "thuế đánh vào lúa mạch Australia được dỡ bỏ".</summary>
    public IReadOnlyList<string> Patients(Candidate candidate, int mark, IReadOnlyList<string> source)
    {
        var first = clauses[candidate.Clause].First;
        return phrases.Things.LastOrDefault(one => one.First >= first && one.Last <= mark && IsAnother(one.Owners, source))?.Owners
            ?? phrases.Actors.LastOrDefault(one => one.First >= first && one.Last <= mark && one.Governor is Governor.Owner or Governor.Against or Governor.Dependent && IsAnother(one.Codes, source))?.Codes ?? [];
    }

    /// <summary>Whether somebody is named who is none of those that do it.</summary>
    private static bool IsAnother(IReadOnlyList<string> codes, IReadOnlyList<string> source) => codes.Count > 0 && !codes.Any(source.Contains);

    private static bool Accepts(Slot slot, Governor governor) => slot switch
    {
        Slot.With => governor is Governor.With or Governor.Against,
        Slot.To => governor is Governor.To or Governor.With,
        Slot.At or Slot.From => governor is Governor.Place or Governor.To or Governor.From,
        Slot.Towards => governor is Governor.Against or Governor.With or Governor.To,
        _ => false,
    };

    /// <summary>With whom it is done.</summary>
    public ActorPhrase? With(Candidate candidate) =>
        phrases.Actors.FirstOrDefault(one => one.First >= candidate.Last && one.First < Clauses.RunEnd(clauses, candidate.Clause) && one.Governor is Governor.With or Governor.Against && IsWith(one))
        // "Thủ tướng Pakistan đã cùng Thái tử Saudi Arabia ký …": with whom one does it may stand right before the verb.
        ?? (candidate.Frame.Form is "verb" or "light-verb" ? phrases.Actors.LastOrDefault(one => one.Last == candidate.First && one.First >= clauses[candidate.Clause].First && one is { Governor: Governor.With, Codes.Count: > 0 } && IsWith(one)) : null);

    /// <summary>With whom, towards whom it is done, where that opens the sentence or a part of it: "Với Azerbaijan, Armenia vừa ký …", "Đối với Belarus, Ba Lan …". Null elsewhere.</summary>
    public ActorPhrase? Fronted(Candidate candidate)
    {
        if (candidate.Clause == 0 || candidate.Frame.Target == Slot.None && candidate.Frame.Source != Slot.Parties || candidate.Frame.Form == "noun") return null;
        // "Riêng với Vatican thì quan hệ xấu đi: … Managua cho biết …": whom the whole sentence is about, where it names nobody else.
        if (phrases.Actors is [{ Governor: Governor.With or Governor.Against, Start: <= 1 } topic, .. var others] && topic.Codes.Count > 0 && others.Where(one => one.Codes.Count > 0).SelectMany(one => one.Codes).Distinct().Count() == 1) return topic;
        var ahead = clauses[candidate.Clause - 1];
        return clauses[candidate.Clause] is { OpensByMark: true, Kind: ClauseKind.Main } ? phrases.Actors.FirstOrDefault(one => one.Start == ahead.First && one.Last == ahead.Last && one.Governor is Governor.With or Governor.Against && one.Codes.Count > 0) : null;
    }

    /// <summary>Who is spoken to right before one asks: "gọi điện cho Washington yêu cầu gây sức ép với Tel Aviv".</summary>
    public IReadOnlyList<string> Called(Candidate candidate, IReadOnlyList<string> source) =>
        candidate.Frame.Act is "demand" or "appeal" or "propose" ? phrases.Actors.FirstOrDefault(one => one.Last == candidate.First && one.Governor is Governor.To or Governor.With && IsAnother(one.Codes, source))?.Codes ?? [] : [];

    /// <summary>Whose the thing is that "mà" speaks of: "một phái bộ mà Pakistan cáo buộc nghe lén".</summary>
    public IReadOnlyList<string> Spoken(Candidate candidate, IReadOnlyList<string> source)
    {
        var clause = clauses[candidate.Clause];
        if (candidate.Frame.Act is not ("accuse" or "accuse-breach" or "criticize" or "reject" or "support") || candidate.Frame.Form != "verb" || candidate.Clause == 0 || clause is not { Kind: ClauseKind.Relative, OpensByMark: false } || words.At(clause.First, "that-which") is null) return [];
        var own = phrases.Things.LastOrDefault(one => one.Last == clause.First && IsAnother(one.Owners, source))?.Owners;
        return own is not null || candidate.Frame.Act is "reject" or "support" ? own ?? []
            : phrases.Actors.LastOrDefault(one => one.Last <= clause.First && one.Governor == Governor.Bare && IsAnother(one.Codes, source))?.Codes ?? [];
    }

    /// <summary>Whom one met, named without a preposition: "hội đàm Chủ tịch Trung Quốc".</summary>
    public ActorPhrase? Host(Candidate candidate) => candidate.Frame.Act is "meet" or "negotiate" ? phrases.Actors.FirstOrDefault(one => one.IsOffice && (one.First == candidate.HeadEnd || one.First == candidate.HeadEnd + 1 && words.At(candidate.HeadEnd, "several") is not null)) : null;

    private bool IsWith(ActorPhrase actor) => actor.Governor == Governor.With || words.Before(actor.First, "with") is not null;

    /// <summary>Whom force and relief reach that are told with a place: "không kích Gaza", "viện trợ cho người dân Gaza", "mở chiến dịch tại Yemen".</summary>
    public IReadOnlyList<string> Inhabitants(Candidate candidate, IReadOnlyList<string> source)
    {
        var end = Clauses.RunEnd(clauses, candidate.Clause);
        // "gửi lều bạt cho người tị nạn Afghanistan": relief for people reaches their state.
        if (candidate.Frame.Act == "aid" && phrases.Things.FirstOrDefault(one => one is { Class: "citizen", Owners.Count: > 0 } && one.First >= candidate.HeadEnd && one.First < end) is { } people && !people.Owners.Intersect(source).Any()) return people.Owners;
        IReadOnlyList<string> there = phrases.Things.FirstOrDefault(one => (one.Land is not null || one.Hosts.Count > 0) && one.First >= candidate.HeadEnd && one.First < end) is { } place
            ? place.Land is { } land ? [land] : place.Hosts
            : candidate.Frame.Act == "attack" && phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Place && one.First >= candidate.HeadEnd && one.First < end) is { } host ? host.Codes : [];
        return there.Intersect(source).Any() ? [] : there;
    }
}
