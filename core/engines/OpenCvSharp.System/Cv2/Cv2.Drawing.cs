namespace OpenCvSharp;

public static partial class Cv2
{
    /// <summary>Draws a line.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="pt1">The one end.</param>
    /// <param name="pt2">The other end.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void Line(
        InputOutputArray img, Point pt1, Point pt2, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Native.Check(Native.cvs_line(Out(img, nameof(img)), pt1, pt2, color, thickness, (int)lineType, shift));

    /// <summary>Draws a line.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="pt1X">Column of the one end.</param>
    /// <param name="pt1Y">Row of the one end.</param>
    /// <param name="pt2X">Column of the other end.</param>
    /// <param name="pt2Y">Row of the other end.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void Line(
        InputOutputArray img, int pt1X, int pt1Y, int pt2X, int pt2Y, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8,
        int shift = 0) =>
        Line(img, new Point(pt1X, pt1Y), new Point(pt2X, pt2Y), color, thickness, lineType, shift);

    /// <summary>Draws a rectangle.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="pt1">A corner.</param>
    /// <param name="pt2">The opposite corner, inside.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels; a negative number fills.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void Rectangle(
        InputOutputArray img, Point pt1, Point pt2, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Native.Check(Native.cvs_rectangle(Out(img, nameof(img)), pt1, pt2, color, thickness, (int)lineType, shift));

    /// <summary>Draws a rectangle.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="rect">The rectangle.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels; a negative number fills.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void Rectangle(
        InputOutputArray img, Rect rect, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Native.Check(Native.cvs_rectangle_rect(Out(img, nameof(img)), rect, color, thickness, (int)lineType, shift));

    /// <summary>Draws a rectangle.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="pt1">A corner.</param>
    /// <param name="pt2">The opposite corner, inside.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels; a negative number fills.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void Rectangle(
        Mat img, Point pt1, Point pt2, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Native.Check(Native.cvs_rectangle(Out(img, nameof(img)), pt1, pt2, color, thickness, (int)lineType, shift));

    /// <summary>Draws a rectangle.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="rect">The rectangle.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels; a negative number fills.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void Rectangle(Mat img, Rect rect, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Native.Check(Native.cvs_rectangle_rect(Out(img, nameof(img)), rect, color, thickness, (int)lineType, shift));

    /// <summary>Draws a circle.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="center">The centre.</param>
    /// <param name="radius">The radius, pixels.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels; a negative number fills.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void Circle(
        InputOutputArray img, Point center, int radius, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift =
        0) =>
        Native.Check(Native.cvs_circle(Out(img, nameof(img)), center, radius, color, thickness, (int)lineType, shift));

    /// <summary>Draws a circle.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="centerX">Column of the centre.</param>
    /// <param name="centerY">Row of the centre.</param>
    /// <param name="radius">The radius, pixels.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels; a negative number fills.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void Circle(
        InputOutputArray img, int centerX, int centerY, int radius, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8,
        int shift = 0) =>
        Circle(img, new Point(centerX, centerY), radius, color, thickness, lineType, shift);

    /// <summary>Draws an ellipse or an arc of it.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="center">The centre.</param>
    /// <param name="axes">Half the axes, pixels.</param>
    /// <param name="angle">Rotation of the ellipse, degrees.</param>
    /// <param name="startAngle">Where the arc starts, degrees.</param>
    /// <param name="endAngle">Where the arc ends, degrees.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels; a negative number fills.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void Ellipse(
        InputOutputArray img, Point center, Size axes, double angle, double startAngle, double endAngle, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Native.Check(Native.cvs_ellipse(
            Out(img, nameof(img)), center, axes, angle, startAngle, endAngle, color, thickness, (int)lineType, shift));

    /// <summary>Fills a convex polygon.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="pts">The corners.</param>
    /// <param name="color">The colour.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void FillConvexPoly(Mat img, IEnumerable<Point> pts, Scalar color, LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        ArgumentNullException.ThrowIfNull(pts);
        Point[] points = [.. pts];
        Native.Check(Native.cvs_fill_convex_poly(Out(img, nameof(img)), points, points.Length, color, (int)lineType, shift));
    }

    /// <summary>Fills polygons; where an even number of them overlap, nothing is filled.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="pts">The corners of each polygon.</param>
    /// <param name="color">The colour.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    /// <param name="offset">Is added to all corners.</param>
    public static void FillPoly(
        Mat img, IEnumerable<IEnumerable<Point>> pts, Scalar color, LineTypes lineType = LineTypes.Link8, int shift = 0, Point? offset =
        null)
    {
        var (points, counts) = Contours(pts);
        Native.Check(Native.cvs_fill_poly(
            Out(img, nameof(img)), points, counts, counts.Length, color, (int)lineType, shift, offset.GetValueOrDefault()));
    }

    /// <summary>Draws polygons.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="pts">The corners of each polygon.</param>
    /// <param name="isClosed">Whether the last corner is joined with the first.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="shift">Number of fractional bits of the coordinates.</param>
    public static void Polylines(
        Mat img, IEnumerable<IEnumerable<Point>> pts, bool isClosed, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8,
        int shift = 0)
    {
        var (points, counts) = Contours(pts);
        Native.Check(Native.cvs_polylines(
            Out(img, nameof(img)), points, counts, counts.Length, isClosed ? 1 : 0, color, thickness, (int)lineType, shift));
    }

    /// <summary>Draws a text.</summary>
    /// <param name="img">The image that is drawn on.</param>
    /// <param name="text">The text.</param>
    /// <param name="org">The lower left corner of the text.</param>
    /// <param name="fontFace">The font.</param>
    /// <param name="fontScale">Factor of the font's size.</param>
    /// <param name="color">The colour.</param>
    /// <param name="thickness">Thickness, pixels.</param>
    /// <param name="lineType">How the line is drawn.</param>
    /// <param name="bottomLeftOrigin">Whether row 0 is at the bottom.</param>
    public static void PutText(
        InputOutputArray img, string text, Point org, HersheyFonts fontFace, double fontScale, Scalar color, int thickness = 1, LineTypes
        lineType = LineTypes.Link8, bool bottomLeftOrigin = false)
    {
        if (string.IsNullOrEmpty(text)) throw new ArgumentNullException(nameof(text));
        Native.Check(Native.cvs_put_text(
            Out(img, nameof(img)), text, org, (int)fontFace, fontScale, color, thickness, (int)lineType, bottomLeftOrigin ? 1 : 0));
    }

    /// <summary>Computes how large a text is drawn.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fontFace">The font.</param>
    /// <param name="fontScale">Factor of the font's size.</param>
    /// <param name="thickness">Thickness, pixels.</param>
    /// <param name="baseLine">Gets how far letters reach below the base line, pixels.</param>
    /// <returns>Width, and height above the base line.</returns>
    public static Size GetTextSize(string text, HersheyFonts fontFace, double fontScale, int thickness, out int baseLine)
    {
        if (string.IsNullOrEmpty(text)) throw new ArgumentNullException(nameof(text));
        Native.Check(Native.cvs_text_size(text, (int)fontFace, fontScale, thickness, out baseLine, out var size));
        return size;
    }

    // All corners one after another, and how many each contour has; OpenCV reads the first corner of a contour without looking whether there is one.
    private static (Point[] Points, int[] Counts) Contours(IEnumerable<IEnumerable<Point>> pts)
    {
        ArgumentNullException.ThrowIfNull(pts);
        Point[][] contours = [.. pts.Select(contour => contour.ToArray())];
        if (contours.Any(contour => contour.Length == 0)) throw new ArgumentException("pts contains a contour without points", nameof(pts));
        return ([.. contours.SelectMany(contour => contour)], [.. contours.Select(contour => contour.Length)]);
    }
}
