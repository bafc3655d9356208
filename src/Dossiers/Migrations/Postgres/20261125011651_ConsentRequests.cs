using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ConsentRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "documents_outside",
                table: "vault_reads",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "from",
                table: "consents",
                type: "character varying(7)",
                maxLength: 7,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "request_id",
                table: "consents",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "consent_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ending = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_consent_requests_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consent_requests_staff_opened_by",
                        column: x => x.opened_by,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consent_texts",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    paragraphs = table.Column<string>(type: "jsonb", nullable: false),
                    first_answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_texts", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "staff_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    check_id = table.Column<Guid>(type: "uuid", nullable: true),
                    staff_id = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_views", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_views_checks_check_id",
                        column: x => x.check_id,
                        principalTable: "checks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_staff_views_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_staff_views_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consent_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    text_sha256 = table.Column<string>(type: "text", nullable: true),
                    from = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_consent_events_consent_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "consent_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consent_events_consents_consent_id",
                        column: x => x.consent_id,
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consent_events_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_consents_request_id",
                table: "consents",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_consent_events_dossier_id_at",
                table: "consent_events",
                columns: new[] { "dossier_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_consent_events_once",
                table: "consent_events",
                columns: new[] { "consent_id", "kind" },
                unique: true,
                filter: "consent_id IS NOT NULL AND kind IN ('Given', 'Withdrawn', 'Expired')");

            migrationBuilder.CreateIndex(
                name: "ix_consent_events_request_id",
                table: "consent_events",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_consent_requests_dossier_id_opened_at",
                table: "consent_requests",
                columns: new[] { "dossier_id", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consent_requests_one_open",
                table: "consent_requests",
                column: "dossier_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_consent_requests_opened_by",
                table: "consent_requests",
                column: "opened_by");

            migrationBuilder.CreateIndex(
                name: "ix_staff_views_check_id",
                table: "staff_views",
                column: "check_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_views_dossier_id_at",
                table: "staff_views",
                columns: new[] { "dossier_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_views_staff_id",
                table: "staff_views",
                column: "staff_id");

            migrationBuilder.AddForeignKey(
                name: "fk_consents_consent_requests_request_id",
                table: "consents",
                column: "request_id",
                principalTable: "consent_requests",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_consents_consent_requests_request_id",
                table: "consents");

            migrationBuilder.DropTable(
                name: "consent_events");

            migrationBuilder.DropTable(
                name: "consent_texts");

            migrationBuilder.DropTable(
                name: "staff_views");

            migrationBuilder.DropTable(
                name: "consent_requests");

            migrationBuilder.DropIndex(
                name: "ix_consents_request_id",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "documents_outside",
                table: "vault_reads");

            migrationBuilder.DropColumn(
                name: "from",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "request_id",
                table: "consents");
        }
    }
}
