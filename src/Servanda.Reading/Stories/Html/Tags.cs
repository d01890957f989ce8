// The HTML elements that matter to reading, and how each behaves.
using System.Collections.Frozen;

namespace Servanda.Reading.Stories.Html;

internal enum Tag : byte
{
    Other, Html, Head, Body, Title, Meta, Link, Script, Style, Noscript, Template, Iframe, Svg, Textarea, Select, Option, Button, Form, Input, Label,
    Header, Footer, Nav, Aside, Main, Article, Section, Div, P, H1, H2, H3, H4, H5, H6, Ul, Ol, Li, Dl, Dt, Dd, Table, Thead, Tbody, Tfoot, Tr, Td, Th, Caption,
    Figure, Figcaption, Picture, Img, Video, Audio, Blockquote, Pre, Address, Hr, Br, A, Time, Fieldset, Center, Details, Summary, Void, Math, Object,
}

internal static class Tags
{
    private static readonly FrozenDictionary<string, Tag> Names = Build();

    public static Tag Of(ReadOnlySpan<char> name)
    {
        if (name.Length > 16) return Tag.Other;
        Span<char> lower = stackalloc char[16];
        name.ToLowerInvariant(lower);
        return Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..name.Length], out var tag) ? tag : Tag.Other;
    }

    /// <summary>Has no content and no end tag.</summary>
    public static bool IsVoid(Tag tag) => tag is Tag.Void or Tag.Br or Tag.Hr or Tag.Img or Tag.Input or Tag.Meta or Tag.Link;

    /// <summary>Its content is no markup.</summary>
    public static bool IsRaw(Tag tag) => tag is Tag.Script or Tag.Style or Tag.Textarea or Tag.Title or Tag.Noscript or Tag.Iframe;

    /// <summary>Starts and ends a paragraph of text.</summary>
    public static bool IsBlock(Tag tag) => tag is >= Tag.Header and <= Tag.Figcaption or Tag.Blockquote or Tag.Pre or Tag.Address or Tag.Hr or Tag.Form or Tag.Fieldset
        or Tag.Center or Tag.Details or Tag.Summary or Tag.Body or Tag.Html or Tag.Head or Tag.Button or Tag.Select or Tag.Option or Tag.Video or Tag.Audio or Tag.Object;

    /// <summary>What it holds is never shown as text.</summary>
    public static bool IsSilent(Tag tag) => tag is Tag.Head or Tag.Script or Tag.Style or Tag.Noscript or Tag.Template or Tag.Iframe or Tag.Svg or Tag.Textarea or Tag.Select or Tag.Title
        or Tag.Math or Tag.Object or Tag.Audio or Tag.Video;

    public static bool IsHeading(Tag tag) => tag is >= Tag.H1 and <= Tag.H6;

    private static FrozenDictionary<string, Tag> Build()
    {
        var names = new Dictionary<string, Tag>(StringComparer.Ordinal);
        foreach (var tag in Enum.GetValues<Tag>())
            if (tag is not (Tag.Other or Tag.Void))
                names[tag.ToString().ToLowerInvariant()] = tag;
        foreach (var name in "area base col embed param source track wbr keygen frame".Split(' ')) names[name] = Tag.Void;
        foreach (var name in "xmp noembed noframes".Split(' ')) names[name] = Tag.Iframe;
        names["hgroup"] = Tag.Div;
        names["dir"] = names["menu"] = Tag.Ul;
        names["canvas"] = Tag.Object;
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
