namespace OpenCvSharp;

public partial record struct Scalar
{
    /// <summary>The web colour alice blue, stored as blue 255, green 248, red 240.</summary>
    public static readonly Scalar AliceBlue = FromRgb(240, 248, 255);

    /// <summary>The web colour antique white, stored as blue 215, green 235, red 250.</summary>
    public static readonly Scalar AntiqueWhite = FromRgb(250, 235, 215);

    /// <summary>The web colour aqua, stored as blue 255, green 255, red 0.</summary>
    public static readonly Scalar Aqua = FromRgb(0, 255, 255);

    /// <summary>The web colour aquamarine, stored as blue 212, green 255, red 127.</summary>
    public static readonly Scalar Aquamarine = FromRgb(127, 255, 212);

    /// <summary>The web colour azure, stored as blue 255, green 255, red 240.</summary>
    public static readonly Scalar Azure = FromRgb(240, 255, 255);

    /// <summary>The web colour beige, stored as blue 220, green 245, red 245.</summary>
    public static readonly Scalar Beige = FromRgb(245, 245, 220);

    /// <summary>The web colour bisque, stored as blue 196, green 228, red 255.</summary>
    public static readonly Scalar Bisque = FromRgb(255, 228, 196);

    /// <summary>The web colour black, stored as blue 0, green 0, red 0.</summary>
    public static readonly Scalar Black = FromRgb(0, 0, 0);

    /// <summary>The web colour blanched almond, stored as blue 205, green 235, red 255.</summary>
    public static readonly Scalar BlanchedAlmond = FromRgb(255, 235, 205);

    /// <summary>The web colour blue, stored as blue 255, green 0, red 0.</summary>
    public static readonly Scalar Blue = FromRgb(0, 0, 255);

    /// <summary>The web colour blue violet, stored as blue 226, green 43, red 138.</summary>
    public static readonly Scalar BlueViolet = FromRgb(138, 43, 226);

    /// <summary>The web colour brown, stored as blue 42, green 42, red 165.</summary>
    public static readonly Scalar Brown = FromRgb(165, 42, 42);

    /// <summary>The web colour burly wood, stored as blue 135, green 184, red 222.</summary>
    public static readonly Scalar BurlyWood = FromRgb(222, 184, 135);

    /// <summary>The web colour cadet blue, stored as blue 160, green 158, red 95.</summary>
    public static readonly Scalar CadetBlue = FromRgb(95, 158, 160);

    /// <summary>The web colour chartreuse, stored as blue 0, green 255, red 127.</summary>
    public static readonly Scalar Chartreuse = FromRgb(127, 255, 0);

    /// <summary>The web colour chocolate, stored as blue 30, green 105, red 210.</summary>
    public static readonly Scalar Chocolate = FromRgb(210, 105, 30);

    /// <summary>The web colour coral, stored as blue 80, green 127, red 255.</summary>
    public static readonly Scalar Coral = FromRgb(255, 127, 80);

    /// <summary>The web colour cornflower blue, stored as blue 237, green 149, red 100.</summary>
    public static readonly Scalar CornflowerBlue = FromRgb(100, 149, 237);

    /// <summary>The web colour cornsilk, stored as blue 220, green 248, red 255.</summary>
    public static readonly Scalar Cornsilk = FromRgb(255, 248, 220);

    /// <summary>The web colour crimson, stored as blue 60, green 20, red 220.</summary>
    public static readonly Scalar Crimson = FromRgb(220, 20, 60);

    /// <summary>The web colour cyan, stored as blue 255, green 255, red 0.</summary>
    public static readonly Scalar Cyan = FromRgb(0, 255, 255);

    /// <summary>The web colour dark blue, stored as blue 139, green 0, red 0.</summary>
    public static readonly Scalar DarkBlue = FromRgb(0, 0, 139);

    /// <summary>The web colour dark cyan, stored as blue 139, green 139, red 0.</summary>
    public static readonly Scalar DarkCyan = FromRgb(0, 139, 139);

    /// <summary>The web colour dark goldenrod, stored as blue 11, green 134, red 184.</summary>
    public static readonly Scalar DarkGoldenrod = FromRgb(184, 134, 11);

    /// <summary>The web colour dark gray, stored as blue 169, green 169, red 169.</summary>
    public static readonly Scalar DarkGray = FromRgb(169, 169, 169);

    /// <summary>The web colour dark green, stored as blue 0, green 100, red 0.</summary>
    public static readonly Scalar DarkGreen = FromRgb(0, 100, 0);

    /// <summary>The web colour dark khaki, stored as blue 107, green 183, red 189.</summary>
    public static readonly Scalar DarkKhaki = FromRgb(189, 183, 107);

    /// <summary>The web colour dark magenta, stored as blue 139, green 0, red 139.</summary>
    public static readonly Scalar DarkMagenta = FromRgb(139, 0, 139);

    /// <summary>The web colour dark olive green, stored as blue 47, green 107, red 85.</summary>
    public static readonly Scalar DarkOliveGreen = FromRgb(85, 107, 47);

    /// <summary>The web colour dark orange, stored as blue 0, green 140, red 255.</summary>
    public static readonly Scalar DarkOrange = FromRgb(255, 140, 0);

    /// <summary>The web colour dark orchid, stored as blue 204, green 50, red 153.</summary>
    public static readonly Scalar DarkOrchid = FromRgb(153, 50, 204);

    /// <summary>The web colour dark red, stored as blue 0, green 0, red 139.</summary>
    public static readonly Scalar DarkRed = FromRgb(139, 0, 0);

    /// <summary>The web colour dark salmon, stored as blue 122, green 150, red 233.</summary>
    public static readonly Scalar DarkSalmon = FromRgb(233, 150, 122);

    /// <summary>The web colour dark sea green, stored as blue 139, green 188, red 143.</summary>
    public static readonly Scalar DarkSeaGreen = FromRgb(143, 188, 139);

    /// <summary>The web colour dark slate blue, stored as blue 139, green 61, red 72.</summary>
    public static readonly Scalar DarkSlateBlue = FromRgb(72, 61, 139);

    /// <summary>The web colour dark slate gray, stored as blue 79, green 79, red 47.</summary>
    public static readonly Scalar DarkSlateGray = FromRgb(47, 79, 79);

    /// <summary>The web colour dark turquoise, stored as blue 209, green 206, red 0.</summary>
    public static readonly Scalar DarkTurquoise = FromRgb(0, 206, 209);

    /// <summary>The web colour dark violet, stored as blue 211, green 0, red 148.</summary>
    public static readonly Scalar DarkViolet = FromRgb(148, 0, 211);

    /// <summary>The web colour deep pink, stored as blue 147, green 20, red 255.</summary>
    public static readonly Scalar DeepPink = FromRgb(255, 20, 147);

    /// <summary>The web colour deep sky blue, stored as blue 255, green 191, red 0.</summary>
    public static readonly Scalar DeepSkyBlue = FromRgb(0, 191, 255);

    /// <summary>The web colour dim gray, stored as blue 105, green 105, red 105.</summary>
    public static readonly Scalar DimGray = FromRgb(105, 105, 105);

    /// <summary>The web colour dodger blue, stored as blue 255, green 144, red 30.</summary>
    public static readonly Scalar DodgerBlue = FromRgb(30, 144, 255);

    /// <summary>The web colour firebrick, stored as blue 34, green 34, red 178.</summary>
    public static readonly Scalar Firebrick = FromRgb(178, 34, 34);

    /// <summary>The web colour floral white, stored as blue 240, green 250, red 255.</summary>
    public static readonly Scalar FloralWhite = FromRgb(255, 250, 240);

    /// <summary>The web colour forest green, stored as blue 34, green 139, red 34.</summary>
    public static readonly Scalar ForestGreen = FromRgb(34, 139, 34);

    /// <summary>The web colour fuchsia, stored as blue 255, green 0, red 255.</summary>
    public static readonly Scalar Fuchsia = FromRgb(255, 0, 255);

    /// <summary>The web colour gainsboro, stored as blue 220, green 220, red 220.</summary>
    public static readonly Scalar Gainsboro = FromRgb(220, 220, 220);

    /// <summary>The web colour ghost white, stored as blue 255, green 248, red 248.</summary>
    public static readonly Scalar GhostWhite = FromRgb(248, 248, 255);

    /// <summary>The web colour gold, stored as blue 0, green 215, red 255.</summary>
    public static readonly Scalar Gold = FromRgb(255, 215, 0);

    /// <summary>The web colour goldenrod, stored as blue 32, green 165, red 218.</summary>
    public static readonly Scalar Goldenrod = FromRgb(218, 165, 32);

    /// <summary>The web colour gray, stored as blue 128, green 128, red 128.</summary>
    public static readonly Scalar Gray = FromRgb(128, 128, 128);

    /// <summary>The web colour green, stored as blue 0, green 128, red 0.</summary>
    public static readonly Scalar Green = FromRgb(0, 128, 0);

    /// <summary>The web colour green yellow, stored as blue 47, green 255, red 173.</summary>
    public static readonly Scalar GreenYellow = FromRgb(173, 255, 47);

    /// <summary>The web colour honeydew, stored as blue 240, green 255, red 240.</summary>
    public static readonly Scalar Honeydew = FromRgb(240, 255, 240);

    /// <summary>The web colour hot pink, stored as blue 180, green 105, red 255.</summary>
    public static readonly Scalar HotPink = FromRgb(255, 105, 180);

    /// <summary>The web colour indian red, stored as blue 92, green 92, red 205.</summary>
    public static readonly Scalar IndianRed = FromRgb(205, 92, 92);

    /// <summary>The web colour indigo, stored as blue 130, green 0, red 75.</summary>
    public static readonly Scalar Indigo = FromRgb(75, 0, 130);

    /// <summary>The web colour ivory, stored as blue 240, green 255, red 255.</summary>
    public static readonly Scalar Ivory = FromRgb(255, 255, 240);

    /// <summary>The web colour khaki, stored as blue 140, green 230, red 240.</summary>
    public static readonly Scalar Khaki = FromRgb(240, 230, 140);

    /// <summary>The web colour lavender, stored as blue 250, green 230, red 230.</summary>
    public static readonly Scalar Lavender = FromRgb(230, 230, 250);

    /// <summary>The web colour lavender blush, stored as blue 245, green 240, red 255.</summary>
    public static readonly Scalar LavenderBlush = FromRgb(255, 240, 245);

    /// <summary>The web colour lawn green, stored as blue 0, green 252, red 124.</summary>
    public static readonly Scalar LawnGreen = FromRgb(124, 252, 0);

    /// <summary>The web colour lemon chiffon, stored as blue 205, green 250, red 255.</summary>
    public static readonly Scalar LemonChiffon = FromRgb(255, 250, 205);

    /// <summary>The web colour light blue, stored as blue 230, green 216, red 173.</summary>
    public static readonly Scalar LightBlue = FromRgb(173, 216, 230);

    /// <summary>The web colour light coral, stored as blue 128, green 128, red 240.</summary>
    public static readonly Scalar LightCoral = FromRgb(240, 128, 128);

    /// <summary>The web colour light cyan, stored as blue 255, green 255, red 224.</summary>
    public static readonly Scalar LightCyan = FromRgb(224, 255, 255);

    /// <summary>The web colour light goldenrod yellow, stored as blue 210, green 250, red 250.</summary>
    public static readonly Scalar LightGoldenrodYellow = FromRgb(250, 250, 210);

    /// <summary>The web colour light gray, stored as blue 211, green 211, red 211.</summary>
    public static readonly Scalar LightGray = FromRgb(211, 211, 211);

    /// <summary>The web colour light green, stored as blue 144, green 238, red 144.</summary>
    public static readonly Scalar LightGreen = FromRgb(144, 238, 144);

    /// <summary>The web colour light pink, stored as blue 193, green 182, red 255.</summary>
    public static readonly Scalar LightPink = FromRgb(255, 182, 193);

    /// <summary>The web colour light salmon, stored as blue 122, green 160, red 255.</summary>
    public static readonly Scalar LightSalmon = FromRgb(255, 160, 122);

    /// <summary>The web colour light sea green, stored as blue 170, green 178, red 32.</summary>
    public static readonly Scalar LightSeaGreen = FromRgb(32, 178, 170);

    /// <summary>The web colour light sky blue, stored as blue 250, green 206, red 135.</summary>
    public static readonly Scalar LightSkyBlue = FromRgb(135, 206, 250);

    /// <summary>The web colour light slate gray, stored as blue 153, green 136, red 119.</summary>
    public static readonly Scalar LightSlateGray = FromRgb(119, 136, 153);

    /// <summary>The web colour light steel blue, stored as blue 222, green 196, red 176.</summary>
    public static readonly Scalar LightSteelBlue = FromRgb(176, 196, 222);

    /// <summary>The web colour light yellow, stored as blue 224, green 255, red 255.</summary>
    public static readonly Scalar LightYellow = FromRgb(255, 255, 224);

    /// <summary>The web colour lime, stored as blue 0, green 255, red 0.</summary>
    public static readonly Scalar Lime = FromRgb(0, 255, 0);

    /// <summary>The web colour lime green, stored as blue 50, green 205, red 50.</summary>
    public static readonly Scalar LimeGreen = FromRgb(50, 205, 50);

    /// <summary>The web colour linen, stored as blue 230, green 240, red 250.</summary>
    public static readonly Scalar Linen = FromRgb(250, 240, 230);

    /// <summary>The web colour magenta, stored as blue 255, green 0, red 255.</summary>
    public static readonly Scalar Magenta = FromRgb(255, 0, 255);

    /// <summary>The web colour maroon, stored as blue 0, green 0, red 128.</summary>
    public static readonly Scalar Maroon = FromRgb(128, 0, 0);

    /// <summary>The web colour medium aquamarine, stored as blue 170, green 205, red 102.</summary>
    public static readonly Scalar MediumAquamarine = FromRgb(102, 205, 170);

    /// <summary>The web colour medium blue, stored as blue 205, green 0, red 0.</summary>
    public static readonly Scalar MediumBlue = FromRgb(0, 0, 205);

    /// <summary>The web colour medium orchid, stored as blue 211, green 85, red 186.</summary>
    public static readonly Scalar MediumOrchid = FromRgb(186, 85, 211);

    /// <summary>The web colour medium purple, stored as blue 219, green 112, red 147.</summary>
    public static readonly Scalar MediumPurple = FromRgb(147, 112, 219);

    /// <summary>The web colour medium sea green, stored as blue 113, green 179, red 60.</summary>
    public static readonly Scalar MediumSeaGreen = FromRgb(60, 179, 113);

    /// <summary>The web colour medium slate blue, stored as blue 238, green 104, red 123.</summary>
    public static readonly Scalar MediumSlateBlue = FromRgb(123, 104, 238);

    /// <summary>The web colour medium spring green, stored as blue 154, green 250, red 0.</summary>
    public static readonly Scalar MediumSpringGreen = FromRgb(0, 250, 154);

    /// <summary>The web colour medium turquoise, stored as blue 204, green 209, red 72.</summary>
    public static readonly Scalar MediumTurquoise = FromRgb(72, 209, 204);

    /// <summary>The web colour medium violet red, stored as blue 133, green 21, red 199.</summary>
    public static readonly Scalar MediumVioletRed = FromRgb(199, 21, 133);

    /// <summary>The web colour midnight blue, stored as blue 112, green 25, red 25.</summary>
    public static readonly Scalar MidnightBlue = FromRgb(25, 25, 112);

    /// <summary>The web colour mint cream, stored as blue 250, green 255, red 245.</summary>
    public static readonly Scalar MintCream = FromRgb(245, 255, 250);

    /// <summary>The web colour misty rose, stored as blue 225, green 228, red 255.</summary>
    public static readonly Scalar MistyRose = FromRgb(255, 228, 225);

    /// <summary>The web colour moccasin, stored as blue 181, green 228, red 255.</summary>
    public static readonly Scalar Moccasin = FromRgb(255, 228, 181);

    /// <summary>The web colour navajo white, stored as blue 173, green 222, red 255.</summary>
    public static readonly Scalar NavajoWhite = FromRgb(255, 222, 173);

    /// <summary>The web colour navy, stored as blue 128, green 0, red 0.</summary>
    public static readonly Scalar Navy = FromRgb(0, 0, 128);

    /// <summary>The web colour old lace, stored as blue 230, green 245, red 253.</summary>
    public static readonly Scalar OldLace = FromRgb(253, 245, 230);

    /// <summary>The web colour olive, stored as blue 0, green 128, red 128.</summary>
    public static readonly Scalar Olive = FromRgb(128, 128, 0);

    /// <summary>The web colour olive drab, stored as blue 35, green 142, red 107.</summary>
    public static readonly Scalar OliveDrab = FromRgb(107, 142, 35);

    /// <summary>The web colour orange, stored as blue 0, green 165, red 255.</summary>
    public static readonly Scalar Orange = FromRgb(255, 165, 0);

    /// <summary>The web colour orange red, stored as blue 0, green 69, red 255.</summary>
    public static readonly Scalar OrangeRed = FromRgb(255, 69, 0);

    /// <summary>The web colour orchid, stored as blue 214, green 112, red 218.</summary>
    public static readonly Scalar Orchid = FromRgb(218, 112, 214);

    /// <summary>The web colour pale goldenrod, stored as blue 170, green 232, red 238.</summary>
    public static readonly Scalar PaleGoldenrod = FromRgb(238, 232, 170);

    /// <summary>The web colour pale green, stored as blue 152, green 251, red 152.</summary>
    public static readonly Scalar PaleGreen = FromRgb(152, 251, 152);

    /// <summary>The web colour pale turquoise, stored as blue 238, green 238, red 175.</summary>
    public static readonly Scalar PaleTurquoise = FromRgb(175, 238, 238);

    /// <summary>The web colour pale violet red, stored as blue 147, green 112, red 219.</summary>
    public static readonly Scalar PaleVioletRed = FromRgb(219, 112, 147);

    /// <summary>The web colour papaya whip, stored as blue 213, green 239, red 255.</summary>
    public static readonly Scalar PapayaWhip = FromRgb(255, 239, 213);

    /// <summary>The web colour peach puff, stored as blue 185, green 218, red 255.</summary>
    public static readonly Scalar PeachPuff = FromRgb(255, 218, 185);

    /// <summary>The web colour peru, stored as blue 63, green 133, red 205.</summary>
    public static readonly Scalar Peru = FromRgb(205, 133, 63);

    /// <summary>The web colour pink, stored as blue 203, green 192, red 255.</summary>
    public static readonly Scalar Pink = FromRgb(255, 192, 203);

    /// <summary>The web colour plum, stored as blue 221, green 160, red 221.</summary>
    public static readonly Scalar Plum = FromRgb(221, 160, 221);

    /// <summary>The web colour powder blue, stored as blue 230, green 224, red 176.</summary>
    public static readonly Scalar PowderBlue = FromRgb(176, 224, 230);

    /// <summary>The web colour purple, stored as blue 128, green 0, red 128.</summary>
    public static readonly Scalar Purple = FromRgb(128, 0, 128);

    /// <summary>The web colour red, stored as blue 0, green 0, red 255.</summary>
    public static readonly Scalar Red = FromRgb(255, 0, 0);

    /// <summary>The web colour rosy brown, stored as blue 143, green 143, red 188.</summary>
    public static readonly Scalar RosyBrown = FromRgb(188, 143, 143);

    /// <summary>The web colour royal blue, stored as blue 225, green 105, red 65.</summary>
    public static readonly Scalar RoyalBlue = FromRgb(65, 105, 225);

    /// <summary>The web colour saddle brown, stored as blue 19, green 69, red 139.</summary>
    public static readonly Scalar SaddleBrown = FromRgb(139, 69, 19);

    /// <summary>The web colour salmon, stored as blue 114, green 128, red 250.</summary>
    public static readonly Scalar Salmon = FromRgb(250, 128, 114);

    /// <summary>The web colour sandy brown, stored as blue 96, green 164, red 244.</summary>
    public static readonly Scalar SandyBrown = FromRgb(244, 164, 96);

    /// <summary>The web colour sea green, stored as blue 87, green 139, red 46.</summary>
    public static readonly Scalar SeaGreen = FromRgb(46, 139, 87);

    /// <summary>The web colour sea shell, stored as blue 238, green 245, red 255.</summary>
    public static readonly Scalar SeaShell = FromRgb(255, 245, 238);

    /// <summary>The web colour sienna, stored as blue 45, green 82, red 160.</summary>
    public static readonly Scalar Sienna = FromRgb(160, 82, 45);

    /// <summary>The web colour silver, stored as blue 192, green 192, red 192.</summary>
    public static readonly Scalar Silver = FromRgb(192, 192, 192);

    /// <summary>The web colour sky blue, stored as blue 235, green 206, red 135.</summary>
    public static readonly Scalar SkyBlue = FromRgb(135, 206, 235);

    /// <summary>The web colour slate blue, stored as blue 205, green 90, red 106.</summary>
    public static readonly Scalar SlateBlue = FromRgb(106, 90, 205);

    /// <summary>The web colour slate gray, stored as blue 144, green 128, red 112.</summary>
    public static readonly Scalar SlateGray = FromRgb(112, 128, 144);

    /// <summary>The web colour snow, stored as blue 250, green 250, red 255.</summary>
    public static readonly Scalar Snow = FromRgb(255, 250, 250);

    /// <summary>The web colour spring green, stored as blue 127, green 255, red 0.</summary>
    public static readonly Scalar SpringGreen = FromRgb(0, 255, 127);

    /// <summary>The web colour steel blue, stored as blue 180, green 130, red 70.</summary>
    public static readonly Scalar SteelBlue = FromRgb(70, 130, 180);

    /// <summary>The web colour tan, stored as blue 140, green 180, red 210.</summary>
    public static readonly Scalar Tan = FromRgb(210, 180, 140);

    /// <summary>The web colour teal, stored as blue 128, green 128, red 0.</summary>
    public static readonly Scalar Teal = FromRgb(0, 128, 128);

    /// <summary>The web colour thistle, stored as blue 216, green 191, red 216.</summary>
    public static readonly Scalar Thistle = FromRgb(216, 191, 216);

    /// <summary>The web colour tomato, stored as blue 71, green 99, red 255.</summary>
    public static readonly Scalar Tomato = FromRgb(255, 99, 71);

    /// <summary>The web colour turquoise, stored as blue 208, green 224, red 64.</summary>
    public static readonly Scalar Turquoise = FromRgb(64, 224, 208);

    /// <summary>The web colour violet, stored as blue 238, green 130, red 238.</summary>
    public static readonly Scalar Violet = FromRgb(238, 130, 238);

    /// <summary>The web colour wheat, stored as blue 179, green 222, red 245.</summary>
    public static readonly Scalar Wheat = FromRgb(245, 222, 179);

    /// <summary>The web colour white, stored as blue 255, green 255, red 255.</summary>
    public static readonly Scalar White = FromRgb(255, 255, 255);

    /// <summary>The web colour white smoke, stored as blue 245, green 245, red 245.</summary>
    public static readonly Scalar WhiteSmoke = FromRgb(245, 245, 245);

    /// <summary>The web colour yellow, stored as blue 0, green 255, red 255.</summary>
    public static readonly Scalar Yellow = FromRgb(255, 255, 0);

    /// <summary>The web colour yellow green, stored as blue 50, green 205, red 154.</summary>
    public static readonly Scalar YellowGreen = FromRgb(154, 205, 50);
}
